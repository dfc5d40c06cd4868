"""Whether a mended picture still says what it said (pure: it was read again)."""

from collections import Counter

from templates_app.rules.comparing import Difference, Folded, align, are_lookalikes, fold_name
from templates_app.rules.numbers.facts import number_facts
from verification.reading.model import SURE, Field, PictureReading, ReadValue

# Share of the characters that were surely read and must be read again.
LEAST_SHARE = 0.9
_NAMES = (Field.NAME, Field.NAME_LATIN)


def still_legible(before: PictureReading, after: PictureReading) -> bool:
    """Whether the picture read `after` mending says the same as `before` it.

    What an authority compares with the form, names and number, must be there again where it was
    sure, in its field or anywhere in a line; of all characters in lines that were surely read,
    nine in ten, wherever a line now breaks; and no other document may be seen. Width, spaces
    and traditional forms count for nothing. Nobody takes a picture again for what a recogniser
    reads now this way and now that: in a name, look-alikes, marks, and characters that were in
    doubt before may differ; of another number the check digit must hold. A picture in which
    nothing could be read loses nothing.
    """
    if after.failure:
        return False
    return _same_type(before, after) and _same_values(before, after) and _same_text(before, after)


def has_text(reading: PictureReading) -> bool:
    """Whether anything was surely read that `still_legible` looks for again."""
    return bool(_sure_values(reading) or _folded_lines(reading, least=SURE))


def _same_type(before: PictureReading, after: PictureReading) -> bool:
    """A type that isn't told any more speaks of our marks for it, and not of the text."""
    sure = before.document.type and before.document.confidence >= SURE
    return not sure or after.document.type in ("", before.document.type)


def _same_values(before: PictureReading, after: PictureReading) -> bool:
    text = "".join(_folded_lines(after))
    for field, value in _sure_values(before).items():
        if fold_name(value.text).text in text:
            continue
        again = after.document.values.get(field)
        if again is None or not _same_value(field, value, again, after.document.type):
            return False
    return True


def _sure_values(reading: PictureReading) -> dict[Field, ReadValue]:
    return {
        field: value
        for field, value in reading.document.values.items()
        if field in (*_NAMES, Field.NUMBER) and value.confidence >= SURE
    }


def _same_value(field: Field, value: ReadValue, again: ReadValue, document_type: str) -> bool:
    was, now = fold_name(value.text), fold_name(again.text)
    if field in _NAMES:
        return all(_may_differ(one, was, value) for one in align(was.text, now.text))
    facts = number_facts(document_type, again.text)
    return was.text == now.text or (facts.form == "checked" and facts.accepted)


def _may_differ(one: Difference, was: Folded, value: ReadValue) -> bool:
    """`one` place in which a name is read otherwise than it was."""
    if one.typed and one.expected:
        alike = are_lookalikes(one.typed, one.expected)
    else:
        alike = _is_mark(one.typed or one.expected)
    return alike or (bool(one.typed) and _in_doubt(value, was.places[one.at] - 1))


def _in_doubt(value: ReadValue, at: int) -> bool:
    characters = value.characters
    return len(characters) == len(value.text) and characters[at] < SURE


def _is_mark(character: str) -> bool:
    return not character.isalnum()


def _same_text(before: PictureReading, after: PictureReading) -> bool:
    sure = Counter("".join(_folded_lines(before, least=SURE)))
    found = Counter("".join(_folded_lines(after)))
    return (sure & found).total() >= LEAST_SHARE * sure.total()


def _folded_lines(reading: PictureReading, *, least: float = 0.0) -> list[str]:
    return [fold_name(line.text).text for line in reading.lines if line.confidence >= least]
