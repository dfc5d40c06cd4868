"""How far the lines of a picture are tilted, from the boxes around them alone."""

from collections.abc import Sequence
from itertools import combinations

from .run import Run

# Heights that a line must be long to tell a tilt, and pixels of slack in a detector's box.
_LONG = 8
_FLAT = 0.012
_STEEPEST = 0.3
_PAIRS_OF = 60


def slope_of(runs: Sequence[Run]) -> float:
    """Pixels down for each pixel to the right; 0 where nothing speaks for a tilt.

    Long lines tell how much (their boxes grow higher), neighbours on one row which way.
    """
    tilts = sorted(tilt for run in runs if (tilt := _tilt(run)) is not None)
    if not tilts:
        return 0.0
    steep = min(tilts[len(tilts) // 2], _STEEPEST)
    if steep < _FLAT:
        return 0.0
    # Single letters are those of a keyboard under the paper, which lies askew to it.
    some = [run for run in runs if not (len(run.text) == 1 and run.text.isascii())][:_PAIRS_OF]
    return max((0.0, steep, -steep), key=lambda slope: _aligned(some, slope))


def _tilt(run: Run) -> float | None:
    """Extra height for each pixel of width, of a long line in Chinese; None of others."""
    if not run.width or run.width / run.pitch < _LONG:
        return None
    return max(0.0, (run.bottom - run.top - run.pitch * 1.25) / run.width)


def _aligned(runs: Sequence[Run], slope: float) -> float:
    """How well neighbours lie on one row under this slope."""
    score = 0.0
    for one, other in combinations(runs, 2):
        drop = (one.top + one.bottom - other.top - other.bottom) / 2
        apart = abs(drop - slope * (one.middle - other.middle))
        height = min(one.bottom - one.top, other.bottom - other.top) or 1.0
        score += max(0.0, 0.4 - apart / height)
    return score
