"""The lines of a machine-readable zone among all others."""

import re
from itertools import pairwise

from templates_app.rules.text import fold_width

from .folding import compact
from .page import Page
from .run import Run
from .zone import Zone, card_zone, passport_zone

_FILLERS = str.maketrans(
    {"《": "<<", "«": "<<", "〈": "<", "‹": "<", "く": "<", "＜": "<", "＿": "<"}
    # The zone's type has an I with thin serifs, and no strokes.
    | dict.fromkeys("|丨¦!", "I")
)
_ZONE = re.compile(r"[0-9A-Z<]{26,46}")
_PASSPORT, _CARD = 44, 30


def zone_of(page: Page) -> Zone | None:
    """The zone of a passport or card; None where there is none or it can't be read."""
    lines = [line for line in map(_zone_line, page.rows(gap=2.5)) if line]
    for first, second in pairwise(lines):
        if len(first.text) > _CARD + 4 and len(second.text) > _CARD + 4:
            zone = passport_zone(_of_length(first), _of_length(second))
            if zone:
                return zone
    for first, second, third in zip(lines, lines[1:], lines[2:], strict=False):
        if max(len(line.text) for line in (first, second, third)) <= _CARD + 2:
            zone = card_zone(first, second, third)
            if zone:
                return zone
    return None


def _zone_line(run: Run) -> Run | None:
    text = fold_width(compact(run).text).translate(_FILLERS).upper().replace("＜", "<")
    if not _ZONE.fullmatch(text) or ("<" not in text and sum(c.isdigit() for c in text) < 12):
        return None
    return run.spelt(text, [run.confidence] * len(text))


def _of_length(run: Run) -> Run:
    """A passport's line at its length: fillers added to, or taken from, their longest row."""
    text, missing = run.text, _PASSPORT - len(run.text)
    rows = list(re.finditer("<+", text))
    if missing == 0 or not rows:
        return run
    row = max(rows, key=lambda found: len(found.group()))
    if len(row.group()) + missing < 0:
        return run
    text = text[: row.start()] + "<" * (len(row.group()) + missing) + text[row.end() :]
    return run.spelt(text, [run.confidence] * len(text))
