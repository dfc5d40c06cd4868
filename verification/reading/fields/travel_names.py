"""Names in Latin letters on passports and permits."""

import re

from templates_app.rules.text import fold_width
from verification.reading.model import Field, ReadValue

from .page import Page
from .run import Run
from .values import BESIDE, UNDER, Form, value_of
from .zone import Zone

_PRINTED = re.compile(r"([A-Z][A-Z'’ \-]*?)\s*[,，.]\s*([A-Z][A-Z'’ \-]*)$")
# A name has no check digit of its own: sure only where both places say the same.
_BOTH, _ZONE_ALONE = 0.97, 0.92


def latin_name(form: Form, zone: Zone | None) -> ReadValue | None:
    """`SURNAME, GIVEN NAMES`: as printed where that has the zone's letters, else the zone's."""
    printed = next(filter(None, (_printed(form.page, run) for run in _candidates(form))), None)
    if zone is None or not zone.surname:
        return printed
    text = f"{zone.surname}, {zone.given}" if zone.given else zone.surname
    if printed and _letters(printed.text) == _letters(text):
        return ReadValue(
            printed.text, max(printed.confidence, _BOTH), printed.box, printed.characters
        )
    box = zone.names.box(form.page.width, form.page.height)
    return ReadValue(text, min(zone.names.confidence, _ZONE_ALONE), box)


def _candidates(form: Form) -> list[Run]:
    """Values of the name's label first, then any line."""
    near = [
        run
        for cell in form.labelled(Field.NAME)
        for side in (BESIDE, UNDER)
        for run in value_of(form, cell, prefer=side)
    ]
    return [*near, *form.texts]


def _printed(page: Page, run: Run) -> ReadValue | None:
    found = _PRINTED.search(fold_width(run.text).strip())
    if not found or not found.group(2).strip():
        return None
    text = f"{found.group(1).strip()}, {' '.join(found.group(2).split())}"
    return ReadValue(text, run.confidence, run.box(page.width, page.height))


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())
