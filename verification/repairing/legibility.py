"""Whether a mended picture still says what it said (pure: it was read again)."""

from collections import Counter

from verification.reading.model import SURE, Field, PictureReading

# Share of the characters that were surely read and must be read again.
LEAST_SHARE = 0.9
# What an authority compares with the form.
_COMPARED = (Field.NAME, Field.NAME_LATIN, Field.NUMBER)


def still_legible(before: PictureReading, after: PictureReading) -> bool:
    """Whether the picture read `after` mending says the same as `before` it.

    The document's type, names and number, where they were sure, must be the same to the
    letter; of all characters in lines that were surely read, nine in ten must be found again,
    wherever a line now breaks. A picture in which nothing could be read loses nothing.
    """
    if after.failure:
        return False
    return _same_type(before, after) and _same_values(before, after) and _same_text(before, after)


def _same_type(before: PictureReading, after: PictureReading) -> bool:
    sure = before.document.type and before.document.confidence >= SURE
    return not sure or before.document.type == after.document.type


def _same_values(before: PictureReading, after: PictureReading) -> bool:
    for field in _COMPARED:
        value = before.document.values.get(field)
        if value is None or value.confidence < SURE:
            continue
        again = after.document.values.get(field)
        if again is None or again.text != value.text:
            return False
    return True


def _same_text(before: PictureReading, after: PictureReading) -> bool:
    sure = Counter[str]()
    for line in before.lines:
        if line.confidence >= SURE:
            sure.update(line.text.replace(" ", ""))
    found = Counter("".join(line.text for line in after.lines))
    return (sure & found).total() >= LEAST_SHARE * sure.total()
