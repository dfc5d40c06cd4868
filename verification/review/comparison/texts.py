"""Two texts beside each other, and what is only another way to write the same."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from templates_app.rules.comparing import Folded, align, fold_name
from templates_app.rules.numbers.display import mask_number
from verification.checking.beside import Part, beside
from verification.precheck.numbers import Plain

from .row import Difference, Mark, Text, plain_parts

# Of a number that is hidden no more than one character in so many is told.
_ONE_IN = 3


@dataclass(frozen=True, slots=True)
class Compared:
    mark: Mark
    typed: tuple[Part, ...]
    read: tuple[Part, ...]
    differences: tuple[Difference, ...] = ()
    notes: tuple[Text, ...] = ()


def compare_texts(typed: str, read: str, *, same: bool | None = None) -> Compared:
    """Width, spaces, kinds of dots and traditional forms apart. `same`: what a rule that knows
    more says of the two; it overrules a difference, and is overruled by none."""
    one, other = fold_name(typed), fold_name(read)
    agree = one.text == other.text if same is None else same
    if agree:
        mark = Mark.SAME if typed == read else Mark.FORM
        return Compared(mark, plain_parts(typed), plain_parts(read), notes=_forms(one, other))
    found = beside(one.plain, other.plain, folded=(one.text, other.text))
    if found is None:
        return Compared(Mark.DIFFERS, plain_parts(typed), plain_parts(read))
    return Compared(Mark.DIFFERS, found.typed, found.read, _in_names(one, other))


def compare_numbers(typed: Plain, read: Plain, *, same: bool, hidden: bool) -> Compared:
    """Without spaces and hyphens. `hidden`: of both only the characters that differ are shown,
    and none where they are a good part of the number."""
    if hidden and same:
        # Where one is the other with digits of its reissue, each shows its own length.
        return _masked(Mark.SAME if typed.text == read.text else Mark.FORM, typed, read)
    if same:
        mark = Mark.SAME if typed.text == read.text else Mark.FORM
        return Compared(mark, plain_parts(typed.text), plain_parts(read.text))
    differences = _in_numbers(typed, read)
    few = len(differences) * _ONE_IN <= min(len(typed.text), len(read.text))
    found = beside(typed.text, read.text, hidden=hidden) if few or not hidden else None
    if found is not None:
        return Compared(Mark.DIFFERS, found.typed, found.read, differences)
    if hidden:
        return _masked(Mark.DIFFERS, typed, read)
    return Compared(Mark.DIFFERS, plain_parts(typed.text), plain_parts(read.text))


def shown_number(number: str, *, hidden: bool) -> tuple[Part, ...]:
    return plain_parts(mask_number(number) if hidden else number)


def _masked(mark: Mark, typed: Plain, read: Plain) -> Compared:
    return Compared(
        mark, shown_number(typed.text, hidden=True), shown_number(read.text, hidden=True)
    )


def _forms(one: Folded, other: Folded) -> tuple[Text, ...]:
    """What is written in another form: 黃 = 黄."""
    if one.text != other.text:
        return ()
    pairs = zip(one.plain, other.plain, strict=True)
    forms = dict.fromkeys(f"{was} = {is_}" for was, is_ in pairs if was != is_)
    return tuple(forms)


def _in_names(one: Folded, other: Folded) -> tuple[Difference, ...]:
    end = (one.places[-1] if one.places else 0) + 1
    return tuple(
        Difference(
            one.places[found.at] if found.at < len(one.places) else end,
            one.plain[found.at] if found.typed else "",
            other.plain[found.expected_at] if found.expected else "",
        )
        for found in align(one.text, other.text)
    )


def _in_numbers(one: Plain, other: Plain) -> tuple[Difference, ...]:
    end = (one.places[-1] if one.places else 0) + 1
    return tuple(
        Difference(
            one.places[found.at] if found.at < len(one.places) else end,
            found.typed,
            found.expected,
        )
        for found in align(one.text, other.text)
    )


WRITTEN_OTHERWISE = _("typed with spaces, hyphens or full-width characters")
