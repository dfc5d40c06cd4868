"""A run of characters somewhere in the picture, to be cut and joined without losing its place."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from verification.reading.model import Box, TextLine

# How wide a printed ASCII character is beside a Chinese one.
_NARROW = 0.55


@dataclass(frozen=True, slots=True)
class Run:
    """Characters side by side, each with its confidence; edges in pixels.

    `told`: whether the recogniser told every character's confidence, or the line's stands in.
    """

    text: str
    characters: tuple[float, ...]
    told: bool
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def pitch(self) -> float:
        """The width of a Chinese character in it, in pixels; reliable in longer runs only."""
        return self.width / (_weight(self.text) or 1.0)

    @property
    def confidence(self) -> float:
        """Between the mean and the least of its characters: one doubtful one makes a doubtful
        text, but not as doubtful as itself. Spaces and marks don't count; 0 of nothing."""
        pairs = zip(self.text, self.characters, strict=True)
        counted = [sure for c, sure in pairs if c.isalnum()] or list(self.characters)
        if not counted:
            return 0.0
        return (sum(counted) / len(counted) + min(counted)) / 2

    def cut(self, start: int, end: int | None = None) -> "Run":
        """Characters `start` to `end`; where they stand is reckoned from their widths."""
        start, stop, _step = slice(start, end).indices(len(self.text))
        edges = (0.0, *accumulate(_NARROW if c.isascii() else 1.0 for c in self.text))
        scale = self.width / (edges[-1] or 1.0)
        return replace(
            self,
            text=self.text[start:stop],
            characters=self.characters[start:stop],
            left=self.left + edges[start] * scale,
            right=self.left + edges[max(start, stop)] * scale,
        )

    def keep(self, wanted: Callable[[int], bool]) -> "Run":
        """Only the characters whose places are wanted; its edges stay."""
        kept = [at for at in range(len(self.text)) if wanted(at)]
        return self.spelt(
            "".join(self.text[at] for at in kept), [self.characters[at] for at in kept]
        )

    def spelt(self, text: str, characters: Iterable[float] | None = None) -> "Run":
        """The same place with other characters, as many as their confidences."""
        given = self.characters if characters is None else tuple(characters)
        return replace(self, text=text, characters=given)

    def stripped(self, marks: str = "") -> "Run":
        """Without spaces and `marks` at both ends."""
        unwanted = marks + " \t\u3000\xa0"
        start = len(self.text) - len(self.text.lstrip(unwanted))
        return self.cut(start, max(start, len(self.text.rstrip(unwanted))))

    def box(self, width: int, height: int) -> Box:
        """Its place as fractions of a picture of this size."""
        return Box(self.left / width, self.top / height, self.right / width, self.bottom / height)


def _weight(text: str) -> float:
    """How many Chinese characters would be as wide."""
    return sum(_NARROW if c.isascii() else 1.0 for c in text)


def run_of(line: TextLine, *, width: int, height: int) -> Run:
    """A recognised line in a picture of this size in pixels."""
    told = len(line.characters) == len(line.text)
    characters = line.characters if told else (line.confidence,) * len(line.text)
    box = line.box
    left, right = sorted((box.left * width, box.right * width))
    top, bottom = sorted((box.top * height, box.bottom * height))
    return Run(line.text, characters, told, left, top, right, bottom)


def join(runs: Sequence[Run], between: str = "") -> Run:
    """Several runs, at least one, read one after the other; the place is all of theirs."""
    text = between.join(run.text for run in runs)
    characters: list[float] = []
    for run in runs:
        if characters or run is not runs[0]:
            characters += [1.0] * len(between)
        characters += run.characters
    return Run(
        text,
        tuple(characters),
        all(run.told for run in runs),
        min(run.left for run in runs),
        min(run.top for run in runs),
        max(run.right for run in runs),
        max(run.bottom for run in runs),
    )
