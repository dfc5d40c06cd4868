"""Text that ought to stand beside its label and doesn't: what covers it need not be seen.

Tells "covered" from "badly read" by the strokes of the place: what is only misread or overlooked
still has them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from verification.reading.fields.cells import Cell, cells_of
from verification.reading.fields.labels import CARD, ORGANISATION, TRAVEL, Labels, Mark
from verification.reading.fields.page import Page, page_of
from verification.reading.fields.run import Run
from verification.reading.fields.values import Form, value_of
from verification.reading.lines import box_of, straightening, text_lines
from verification.reading.model import SURE, Box, DocumentReading, Field, Side
from verification.reading.strips import cut

from .seen import Seen

Floats = NDArray[np.float32]
_CARDS = frozenset({"SFZ", "GAJZZ", "TWJZZ"})
# Fewer characters of a number than this are a piece of it: GB 11643 and GB 32100 have 18, an old
# registration number 15, a passport or permit 8 or 9.
_WHOLE_NUMBER = {"card": 15, "organisation": 15, "travel": 7}
_LABELS: dict[str, Labels] = {"card": CARD, "organisation": ORGANISATION, "travel": TRAVEL}
# Names of bodies are longer than this: place, name, trade and form.
_SHORT_BODY = 4
_COMPANY = "公司"
_PASSPORT = "HZ"
# By the codes of ICAO 9303-3: their passports show the name in Chinese, too.
_CHINESE = frozenset({"CHN", "TWN", "HKG", "MAC"})
# Beside the strokes of the label: what a place without text has.
_NO_STROKES = 0.4
# Heights that a cover may take out of a row, for what is beyond to belong to it.
_HIDDEN = 14
_HEIGHT = 32
_THIN = 9


@dataclass(frozen=True, slots=True)
class Missing:
    """A key value that isn't where it belongs. `bare`: its place was looked at and has no
    strokes; `box` None where its label is gone too. `ends`: it begins, and bare paper follows."""

    field: Field
    box: Box | None
    bare: bool
    ends: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Layout:
    """The page lying level, and the way back to the picture."""

    seen: Seen
    form: Form
    kind: str
    back: Floats


def missing_values(seen: Seen) -> list[Missing]:
    """Name and number that are neither read nor there, on a document read well otherwise."""
    document = seen.document
    values = document.values
    sure = [value for value in values.values() if value.confidence >= SURE]
    if not document.type or document.side not in (Side.FRONT, Side.BOTH) or len(sure) < 2:
        return []
    wanted = [field for field in (Field.NAME, Field.NUMBER) if not _well_read(seen, field)]
    if not wanted:
        return []
    layout = _layout(seen)
    return [found for field in wanted if (found := _missing(layout, field)) is not None]


def _well_read(seen: Seen, field: Field) -> bool:
    value = seen.document.values.get(field)
    if field is Field.NAME and value is None and _names_in_latin(seen.document):
        value = seen.document.values.get(Field.NAME_LATIN)
    if value is None or value.confidence < SURE:
        return False
    if field is Field.NUMBER or _kind(seen) != "organisation":
        return True
    # A company's name says that it is one (公司法, art. 7).
    company = any(_COMPANY in line.text for line in seen.lines)
    return len(value.text) >= _SHORT_BODY and (_COMPANY in value.text or not company)


def _names_in_latin(document: DocumentReading) -> bool:
    """Whether it is a passport of a country that names its people in Latin letters."""
    country = document.values.get(Field.COUNTRY)
    return document.type == _PASSPORT and country is not None and country.text not in _CHINESE


def _layout(seen: Seen) -> _Layout:
    width, height = seen.size
    matrix = straightening(seen.lines, width=width, height=height)
    page = page_of(
        text_lines(seen.lines, matrix, width=width, height=height), width=width, height=height
    )
    kind = _kind(seen)
    back = np.asarray(cv2.invertAffineTransform(matrix), np.float32)
    return _Layout(seen, Form(page, tuple(cells_of(page, _LABELS[kind]))), kind, back)


def _kind(seen: Seen) -> str:
    if seen.document.type in _CARDS:
        return "card"
    travel = Field.NAME_LATIN in seen.document.values or seen.document.variant == "mrz"
    return "travel" if travel else "organisation"


def _missing(layout: _Layout, field: Field) -> Missing | None:
    known = field in layout.seen.document.values
    cells = layout.form.labelled(field)
    label = next((cell.label for cell in cells if cell.label is not None), None)
    if label is None:
        above = _row_above(layout, field)
        return None if known else above or Missing(field, None, bare=False)
    pieces = _pieces(layout, cells, label)
    if field is Field.NUMBER:
        pieces = [piece for piece in pieces if _numeric(piece)]
    if _length(pieces) >= _whole(layout, field) and not _unfinished(layout, field, pieces):
        return None
    places = [place for place in _places(layout, label, pieces, field) if _in_frame(layout, place)]
    usual = _NO_STROKES * _strokes(layout, _around(layout, label))
    bare = [place for place in places if _strokes(layout, place) < usual]
    if field is Field.NAME and pieces and places:
        # A short name is no sign by itself: something must be seen where it might go on.
        return Missing(field, _box(layout, places[-1]), bare=False, ends=bool(bare))
    # Without any piece the value may lie beside the label or below: neither must have strokes.
    if bare and (pieces or len(bare) == len(places)):
        return Missing(field, _box(layout, bare[0]), bare=True)
    place = _box(layout, places[-1]) if places else None
    return None if known else Missing(field, place, bare=False)


def _unfinished(layout: _Layout, field: Field, pieces: Sequence[Run]) -> bool:
    """Whether a body of which 类型 says that it is a company has a name that doesn't."""
    kinds = [run for cell in layout.form.labelled(Mark.KIND) for run in value_of(layout.form, cell)]
    company = any(_COMPANY in run.text for run in kinds)
    name = "".join(run.text for run in pieces)
    return field is Field.NAME and company and _COMPANY not in name


def _whole(layout: _Layout, field: Field) -> int:
    if field is Field.NUMBER:
        return _WHOLE_NUMBER[layout.kind]
    return _SHORT_BODY if layout.kind == "organisation" else 2


def _pieces(layout: _Layout, cells: Sequence[Cell], label: Run) -> list[Run]:
    """What there is of the value: after the label in its row, or else below, and further on."""
    page = layout.form.page
    own = [cell.value for cell in cells if cell.label is label and cell.value.text]
    pieces = own or value_of(layout.form, cells[0])
    last = pieces[-1] if pieces else label
    for run in page.row_of(last, layout.form.texts):
        gap = run.left - last.right
        if run.middle > last.right and gap < _HIDDEN * page.tall(last):
            pieces, last = [*pieces, run], run
    return pieces


def _numeric(run: Run) -> bool:
    return sum(char.isascii() and char.isalnum() for char in run.text) > 0.5 * len(run.text)


def _length(pieces: Sequence[Run]) -> int:
    return sum(char.isalnum() for run in pieces for char in run.text)


def _places(layout: _Layout, label: Run, pieces: Sequence[Run], field: Field) -> Iterator[Floats]:
    """Where the missing text ought to be: between its pieces, after them, beside the label."""
    tall = layout.form.page.tall(pieces[0] if pieces else label)
    edges = sorted(pieces, key=lambda run: run.left)
    for one, other in pairwise(edges):
        if other.left - one.right > 2 * tall:
            yield _quad(layout, one.right + 0.3 * tall, other.left - 0.3 * tall, one)
    if edges:
        last = edges[-1]
        yield _quad(layout, last.right + 0.4 * tall, last.right + 2.5 * tall, last)
        return
    if layout.kind == "travel" and field is Field.NAME:
        yield _quad(layout, label.left, label.right, label, down=1.4)
        return
    yield _quad(layout, label.right + 0.5 * tall, label.right + 3.5 * tall, label)
    if layout.kind != "card" and field is Field.NUMBER:
        yield _quad(layout, label.left, label.right, label, down=1.3)


def _row_above(layout: _Layout, field: Field) -> Missing | None:
    """A card's name, when its label is covered too: as far over 性别 as that is over 出生."""
    form = layout.form
    sex, born = form.labelled(Field.SEX), form.labelled(Field.BORN_ON)
    if layout.kind != "card" or field is not Field.NAME or not sex or not born:
        return None
    first, second = sex[0].label, born[0].label
    if first is None or second is None:
        return None
    tall = form.page.tall(first)
    pitch = (form.page.level(second) - form.page.level(first)) / tall
    if not 1.2 < pitch < 4:
        return None
    place = _quad(layout, first.left, first.left + 5 * tall, first, down=-pitch)
    bare = _strokes(layout, place) < _NO_STROKES * _strokes(layout, _around(layout, first))
    inside = _in_frame(layout, place)
    return Missing(field, _box(layout, place), bare=True) if bare and inside else None


def _around(layout: _Layout, run: Run) -> Floats:
    return _quad(layout, run.left, run.right, run)


def _quad(layout: _Layout, left: float, right: float, run: Run, *, down: float = 0.0) -> Floats:
    """The part of a run's row between two edges, `down` by so many heights, in the picture."""
    page: Page = layout.form.page
    tall, slope = page.tall(run), page.slope
    middle = page.level(run) + down * tall
    top, bottom = middle - tall / 2, middle + tall / 2
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    points = np.array([(x, y + slope * x) for x, y in corners], np.float32)
    return np.asarray(points @ layout.back[:, :2].T + layout.back[:, 2], np.float32)


def _in_frame(layout: _Layout, place: Floats) -> bool:
    """Within the picture and on the document: what the frame cuts off is no cover's doing."""
    seen = layout.seen
    width, height = seen.size
    low, high = place.min(axis=0), place.max(axis=0)
    return bool(low.min() >= 0 and high[0] < width and high[1] < height)


def _strokes(layout: _Layout, place: Floats) -> float:
    """How dark the thin things in a strip are against what surrounds them, 0 to 255."""
    strip = cut([layout.seen.page.pixels], place)
    grey = cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY)
    across = max(4, round(grey.shape[1] * _HEIGHT / grey.shape[0]))
    grey = cv2.resize(grey, (across, _HEIGHT), interpolation=cv2.INTER_AREA)
    dark = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, np.ones((_THIN, _THIN), np.uint8))
    return float(np.percentile(dark[5:-5], 88))


def _box(layout: _Layout, place: Floats) -> Box:
    width, height = layout.seen.size
    return box_of(place, width=width, height=height)
