"""What a number's standard can tell: how far its form goes, and which slip would explain it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from templates_app.rules.document_types import DOCUMENT_TYPES, document_types_for
from templates_app.rules.numbers.check import check_number
from templates_app.rules.numbers.layout import misfits
from templates_app.rules.numbers.passport import CHINESE_PASSPORT
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.numbers.standards import has_free_form, standard_for
from templates_app.rules.numbers.typed import Typed, normalise_number, read_typed

# free: anything may be written. plain: a layout alone. checked: a layout and a check digit.
Form = Literal["free", "plain", "checked"]

# More exchanges than these explain nothing.
_MAX_SLIPS = 3
# H and M open no other document's number.
_DISTINCTIVE = frozenset({"GAJMTX"})


@dataclass(frozen=True)
class NumberFacts:
    """One number, judged as one of `form` by its type's standard.

    `accepted`: it fits the layout and its check holds; True for free form. Of a number whose
    check digit alone is wrong, `exchanged` names the neighbours (positions as typed, from 1)
    whose exchange makes it right, and `last` the position and the character that the others
    would have it end in.
    """

    form: Form
    accepted: bool
    exchanged: tuple[tuple[int, int], ...] = ()
    last: tuple[int, str] | None = None


def number_facts(document_type: str, number: str) -> NumberFacts:
    """The facts of any text as a number of any type; an unknown type has a free form."""
    if document_type not in DOCUMENT_TYPES:
        return NumberFacts("free", accepted=True)
    text = normalise_number(number)
    typed = read_typed(text, bare_suffix=not has_free_form(document_type))
    standard = standard_for(document_type, typed.text)
    if standard is None:
        return NumberFacts("free", accepted=True)
    form: Form = "checked" if standard.holds else "plain"
    accepted = standard.accepts(typed.text)
    if accepted or form == "plain":
        return NumberFacts(form, accepted)
    return _with_slips(typed, standard)


def other_types_of(holder_type: str, document_type: str, number: str) -> list[str]:
    """Types for this holder whose numbers are unmistakable and of which this is one.

    Empty when the number is right for the chosen type.
    """
    if not check_number(document_type, number):
        return []
    others = (kind.code for kind in document_types_for(holder_type) if kind.code != document_type)
    return [code for code in others if _is_unmistakably(code, number)]


def _is_unmistakably(document_type: str, number: str) -> bool:
    if document_type == "HZ":
        return CHINESE_PASSPORT.accepts(normalise_number(number))
    facts = number_facts(document_type, number)
    distinctive = facts.form == "checked" or document_type in _DISTINCTIVE
    return distinctive and facts.accepted and not check_number(document_type, number)


def _with_slips(typed: Typed, standard: Standard) -> NumberFacts:
    layout = standard.closest_layout(typed.text)
    if layout is None or misfits(typed.text, layout):
        return NumberFacts("checked", accepted=False)
    exchanged = [at for at, text in _exchanges(typed.text) if standard.accepts(text)]
    pairs = tuple((typed.positions[at], typed.positions[at + 1]) for at in exchanged)
    right = [c for c in layout[-1] if standard.accepts(typed.text[:-1] + c)]
    return NumberFacts(
        "checked",
        accepted=False,
        exchanged=pairs if len(pairs) <= _MAX_SLIPS else (),
        last=(typed.positions[-1], right[0]) if len(right) == 1 else None,
    )


def _exchanges(text: str) -> Iterator[tuple[int, str]]:
    for at, (one, other) in enumerate(pairwise(text)):
        if one != other:
            yield at, text[:at] + other + one + text[at + 2 :]
