"""Names in Latin letters on passports and permits."""

import re
from dataclasses import replace

from templates_app.rules.text import fold_width
from verification.reading.model import Field, ReadValue

from .page import Page
from .run import Run, join
from .values import BESIDE, UNDER, Form, under, value_of
from .zone import Zone

_PRINTED = re.compile(r"([A-Z][A-Z'’ \-]*?)\s*[,，.]\s*([A-Z][A-Z'’ \-]*)$")
# The English labels of passports (ICAO 9303 part 4), alone or with another language's.
_SURNAME = re.compile(r"surname(?:\(s\)|s)?\b[^<\d]{0,20}", re.IGNORECASE)
_GIVEN = re.compile(r"given\s*names?\b[^<\d]{0,20}", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z][A-Z'’ \-]*")
# A name has no check digit of its own: sure only where both places say the same.
_BOTH, _ZONE_ALONE, _AT_ODDS = 0.97, 0.92, 0.85


def latin_name(form: Form, zone: Zone | None) -> ReadValue | None:
    """`SURNAME, GIVEN NAMES`: as printed where that has the zone's letters or both labels stand
    above it, else the zone's."""
    printed = next(filter(None, (_printed(form.page, run) for run in _candidates(form))), None)
    labelled = _labelled(form)
    if zone is None or not zone.surname:
        return printed or labelled
    text = f"{zone.surname}, {zone.given}" if zone.given else zone.surname
    for value in filter(None, (printed, labelled)):
        if _letters(value.text) == _letters(text):
            return replace(
                value, text=_spaced(value.text, text), confidence=max(value.confidence, _BOTH)
            )
    if labelled is not None:
        same = _without_strokes(labelled.text) == _without_strokes(text)
        sure = max(labelled.confidence, _BOTH) if same else min(labelled.confidence, _AT_ODDS)
        return replace(labelled, confidence=sure)
    box = zone.names.box(form.page.width, form.page.height)
    return ReadValue(text, min(zone.names.confidence, _ZONE_ALONE), box)


def _labelled(form: Form) -> ReadValue | None:
    """The surname and the given names under the labels that say so."""
    surname, given = _under(form, _SURNAME), _under(form, _GIVEN)
    if surname is None or given is None:
        return None
    both = join([surname, given], ", ")
    return ReadValue(
        " ".join(both.text.split()), both.confidence, both.box(form.page.width, form.page.height)
    )


def _under(form: Form, label: re.Pattern[str]) -> Run | None:
    for run in form.page.runs:
        if label.fullmatch(run.text.strip()):
            words = [word for word in under(form, run) if _WORDS.fullmatch(word.text.strip())]
            if words:
                return join([word.stripped() for word in words], " ")
    return None


def _spaced(printed: str, zone: str) -> str:
    """Of two texts with the same letters: recognisers lose spaces, and a zone has no
    apostrophes and hyphens."""
    marked = any(not c.isalpha() and c not in ", " for c in printed)
    return printed if marked else zone


def _without_strokes(text: str) -> str:
    """The zone's thin I is lost between others as easily as it is read."""
    return _letters(text).replace("I", "")


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
