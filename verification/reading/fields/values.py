"""Which texts belong to a label: beside it, under it, and where they go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .cells import Cell
from .labels import Key
from .page import Page
from .run import Run

Direction = str
BESIDE, UNDER = "beside", "under"
# In heights: gaps inside one value, its distance below a label, the pitch of wrapped lines, how
# far the lines of one value may be out of line.
_INSIDE = 2.2
_BELOW = 2.8
_PITCH = 1.8
_RAGGED = 1.3


@dataclass(frozen=True, slots=True)
class Form:
    """A page cut into cells by the labels of its kind."""

    page: Page
    cells: tuple[Cell, ...]

    def labelled(self, key: Key) -> list[Cell]:
        """The labels that announce this, well-read ones first, from the top."""
        found = [cell for cell in self.cells if cell.key == key]
        return sorted(found, key=lambda cell: not cell.exact)

    def has(self, *keys: Key) -> int:
        """How many of the keys have a label here."""
        return len({cell.key for cell in self.cells} & set(keys))

    @property
    def texts(self) -> list[Run]:
        return [cell.value for cell in self.cells if cell.label is None and cell.value.text]

    @property
    def labels(self) -> list[Run]:
        return [cell.label for cell in self.cells if cell.label is not None]


def value_of(form: Form, cell: Cell, *, prefer: Direction = BESIDE) -> list[Run]:
    """The first line of the label's value, in one or more pieces; empty where there is none."""
    if cell.label is None:
        return []
    if cell.value.text:
        return _with_neighbours(form, cell.value)
    beside, below = _beside(form, cell.label), under(form, cell.label)
    return (beside or below) if prefer == BESIDE else (below or beside)


def wrapped(
    form: Form, label: Run, first: Sequence[Run], *, fits: Callable[[Run], bool] = bool
) -> list[Run]:
    """The lines below that go on with the value, down to the next label of its column, or to a
    row in which something doesn't fit: it may begin with what is left of a label (类 | 型)."""
    if not first:
        return []
    page, lines, edge = form.page, [], first[0].left
    last, right = first[0], first[-1].right
    for _line in range(4):
        below = [run for run in form.texts if _goes_on(form, label, last, run, edge)]
        if not below:
            break
        last = min(below, key=page.level)
        row = [last, *_following(form, last)]
        if last.right > right + page.tall(last) or not all(map(fits, row)):
            break
        lines += row
        edge = last.left if len(lines) == len(row) else edge
    return lines


def _goes_on(form: Form, label: Run, last: Run, run: Run, edge: float) -> bool:
    page = form.page
    tall = max(page.tall(last), page.tall(run))
    down = page.level(run) - page.level(last)
    shift = page.slope * down
    if not 0.6 * tall < down <= _PITCH * tall:
        return False
    if min(page.tall(last), page.tall(run)) < 0.55 * tall:
        return False
    if abs(run.left + shift - edge) > _RAGGED * tall * (2 if label.right > edge - tall else 1):
        return False
    own = label.left - 3 * tall
    return not any(own <= other.left < run.left for other in page.row_of(run, form.labels))


def _beside(form: Form, label: Run) -> list[Run]:
    page = form.page
    row = [run for run in page.row_of(label, form.texts) if _is_right_of(page, label, run)]
    if not row:
        return []
    first = row[0]
    between = [run for run in page.row_of(label, form.labels) if label.left < run.left < first.left]
    far = first.left - label.right > max(0.3 * page.width, 8 * page.tall(label))
    return [] if between or far else [first, *_following(form, first)]


def _is_right_of(page: Page, label: Run, run: Run) -> bool:
    """Boxes around tilted lines reach beyond them, each to the other's side."""
    beyond = abs(page.slope) * (page.tall(label) + page.tall(run))
    overlap = page.tall(label) + beyond
    return run.left >= label.right - overlap and run.middle > label.right


def _with_neighbours(form: Form, run: Run) -> list[Run]:
    return [run, *_following(form, run)]


def _following(form: Form, run: Run) -> list[Run]:
    """What goes on in the same row after a small gap."""
    page, found = form.page, []
    for other in page.row_of(run, form.texts):
        gap = other.left - run.right
        near = -0.5 * page.tall(run) <= gap <= _INSIDE * page.tall(run)
        if near and other.middle > run.right and _similar(page, run, other):
            found.append(other)
            run = other
    return found


def _similar(page: Page, one: Run, other: Run) -> bool:
    low, high = sorted((page.tall(one), page.tall(other)))
    return low >= 0.6 * high


def under(form: Form, label: Run) -> list[Run]:
    """The first line right below a label."""
    page = form.page
    tall = page.tall(label)
    below = [run for run in form.texts if _is_under(page, label, run, tall)]
    first = min(below, key=page.level, default=None)
    if first is None:
        return []
    between = (run for run in form.labels if _is_under(page, label, run, tall))
    if any(page.level(run) < page.level(first) - 0.3 * tall for run in between):
        return []
    return [first, *_following(form, first)]


def _is_under(page: Page, label: Run, run: Run, tall: float) -> bool:
    down = page.level(run) - page.level(label)
    reach = _BELOW * max(tall, page.tall(run) * 0.8)
    return 0.6 * tall < down <= reach and abs(run.left - label.left) <= 1.6 * tall
