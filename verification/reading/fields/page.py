"""The runs of one picture and how they lie to one another, also when the lines are tilted.

A box around a tilted line is higher than the line, but its middle is the line's middle: with
the slope of the page, rows and heights are reckoned as if it lay straight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from verification.reading.model import TextLine

from .run import Run, join, run_of
from .skew import slope_of

# Of the larger height: how far the middles of one row's runs may be apart.
_ROW = 0.5
# A detector's box is this many times as high as its characters are wide, no more where the line
# lies straight; told from lines this long.
_TALL, _LONG = 1.3, 8


@dataclass(frozen=True, slots=True)
class Page:
    """Runs in reading order; sizes in pixels; `slope` is positive where lines fall."""

    runs: tuple[Run, ...]
    width: int
    height: int
    slope: float = 0.0

    def level(self, run: Run) -> float:
        """How far down its row lies, the tilt taken out."""
        return (run.top + run.bottom) / 2 - self.slope * run.middle

    def tall(self, run: Run) -> float:
        """The height of its characters, the tilt taken out; never 0."""
        height = run.bottom - run.top
        straight = max(height - abs(self.slope) * run.width, height * 0.3, 1.0)
        return min(straight, run.pitch * _TALL) if len(run.text) >= _LONG else straight

    def same_row(self, one: Run, other: Run) -> bool:
        reach = _ROW * max(self.tall(one), self.tall(other))
        return abs(self.level(one) - self.level(other)) <= reach

    def row_of(self, run: Run, runs: Sequence[Run]) -> list[Run]:
        """Those of `runs` on its row, from the left, without itself."""
        row = [other for other in runs if other is not run and self.same_row(run, other)]
        return sorted(row, key=lambda other: other.left)

    def rows(self, *, gap: float) -> list[Run]:
        """Neighbours with no more than `gap` heights between them, joined to one run each."""
        # Measured once: each is compared with all others, and a page may hold a thousand.
        rest = [
            (run, self.level(run), self.tall(run))
            for run in sorted(self.runs, key=lambda run: run.left)
        ]
        rows = []
        while rest:
            last, level, tall = rest.pop(0)
            row, others = [last], []
            for one in rest:
                run, its_level, its_height = one
                near = run.left - last.right <= gap * its_height
                if near and abs(level - its_level) <= _ROW * max(tall, its_height):
                    row.append(run)
                    last, level, tall = one
                else:
                    others.append(one)
            rest = others
            rows.append(join(row) if len(row) > 1 else row[0])
        return sorted(rows, key=self.level)


def page_of(lines: Sequence[TextLine], *, width: int, height: int) -> Page:
    """The page of these lines, empty ones left out."""
    width, height = max(width, 1), max(height, 1)
    runs = [run_of(line, width=width, height=height) for line in lines if line.text.strip()]
    slope = slope_of(runs)
    page = Page(tuple(runs), width, height, slope)
    return Page(tuple(sorted(runs, key=page.level)), width, height, slope)
