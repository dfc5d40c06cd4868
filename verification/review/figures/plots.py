"""Plots as numbers: where each bar, point and word of an SVG picture lies. Pure.

Drawn at their own size on a phone (340 units wide), so that words stay readable there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registrar.errors import Text

from .scales import marks, round_top, spread

WIDTH, HEIGHT = 340, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 36, 8, 22, 24
_INNER, _HIGH = WIDTH - _LEFT - _RIGHT, HEIGHT - _TOP - _BOTTOM
_BASE = HEIGHT - _BOTTOM
_LABELS = 5
# A few dots of the line stand alone; among many they only blur it.
_MOST_DOTS = 40


@dataclass(frozen=True, slots=True)
class Word:
    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    says: str


@dataclass(frozen=True, slots=True)
class Dot:
    """`sure`: enough cases stand behind it."""

    x: float
    y: float
    sure: bool
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """`tone` is its class; `paths` are the stretches without a gap."""

    tone: str
    label: Text
    paths: tuple[str, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Values by step, None where there is none; `sure` says which rest on enough cases."""

    tone: str
    label: Text
    values: Sequence[float | None]
    sure: Sequence[bool] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """`key` is the table that holds the same; `unit` stands above the vertical axis."""

    key: str
    title: Text
    about: Text
    unit: Text
    words: tuple[Word, ...]
    grid: tuple[float, ...]
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    bar_label: Text = ""

    @property
    def box(self) -> str:
        return f"0 0 {WIDTH} {HEIGHT}"

    @property
    def left(self) -> int:
        return _LEFT

    @property
    def right(self) -> int:
        return WIDTH - _RIGHT

    @property
    def has_unsure(self) -> bool:
        return any(not dot.sure for line in self.lines for dot in line.dots)


def plot(
    *,
    key: str,
    title: Text,
    about: Text,
    unit: Text,
    labels: Sequence[str],
    bars: Sequence[int] = (),
    bar_label: Text = "",
    series: Sequence[Series] = (),
) -> Plot | None:
    """Bars and lines over the same steps; None where every value is missing or nought."""
    values = [*bars, *(v for one in series for v in one.values if v is not None)]
    if not any(values):
        return None
    top = round_top(max(values))
    return Plot(
        key=key,
        title=title,
        about=about,
        unit=unit,
        words=(*_sides(top), *_feet(labels)),
        grid=tuple(_y(mark, top) for mark in marks(top)),
        bars=tuple(
            _bar(place, value, top, labels[place], len(labels)) for place, value in enumerate(bars)
        ),
        lines=tuple(_line(one, top, labels) for one in series),
        bar_label=bar_label,
    )


def _x(place: float, count: int) -> float:
    return round(_LEFT + (place + 0.5) * _INNER / count, 1)


def _y(value: float, top: float) -> float:
    return round(_BASE - value / top * _HIGH, 1)


def _sides(top: float) -> list[Word]:
    return [Word(_LEFT - 6, _y(mark, top) + 4, f"{mark:g}", "end") for mark in marks(top)]


def _feet(labels: Sequence[str]) -> list[Word]:
    count = len(labels)
    most = count if count <= 7 and max(map(len, labels)) <= 6 else _LABELS
    found = []
    for place in spread(count, most):
        # The outer ones must not leave the picture.
        outer = len(labels[place]) * 3.2
        x = min(max(_x(place, count), _LEFT + outer - 10), WIDTH - outer)
        found.append(Word(round(x, 1), HEIGHT - 7, labels[place]))
    return found


def _bar(place: int, value: int, top: float, label: str, count: int) -> Bar:
    wide = max(1.0, min(28.0, _INNER / count * 0.72))
    y = _y(value, top)
    x = round(_x(place, count) - wide / 2, 1)
    return Bar(x, y, round(wide, 1), round(_BASE - y, 1), f"{label}: {value}")


def _line(series: Series, top: float, labels: Sequence[str]) -> Line:
    count = len(labels)
    sure = series.sure or [True] * count
    stretches: list[list[str]] = [[]]
    dots = []
    for place, value in enumerate(series.values):
        if value is None:
            stretches.append([])
            continue
        x, y = _x(place, count), _y(value, top)
        stretches[-1].append(f"{x},{y}")
        if count <= _MOST_DOTS or not sure[place]:
            dots.append(Dot(x, y, sure[place], f"{labels[place]}: {value:.1f}"))
    paths = tuple(" ".join(points) for points in stretches if len(points) > 1)
    return Line(series.tone, series.label, paths, tuple(dots))
