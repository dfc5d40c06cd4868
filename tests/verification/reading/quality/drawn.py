"""Cards drawn with strokes for text, and read as if OCR had seen them."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from verification.reading.lines import Line, Page
from verification.reading.model import Box, DocumentReading, Field, ReadValue, Side
from verification.reading.quality import Seen, look_at

Place = tuple[int, int, int, int]
NUMBER = "370202198607264066"
CARD: dict[str, Place] = {
    "姓名": (190, 150, 260, 180),
    "杨雪": (290, 150, 360, 180),
    "性别女": (190, 210, 340, 240),
    "出生1986年7月26日": (190, 270, 480, 300),
    "住址山东省青岛市市南区": (190, 330, 560, 360),
    "公民身份号码": (190, 470, 340, 500),
    NUMBER: (380, 470, 740, 500),
}
_READ = {
    Field.NAME: "杨雪",
    Field.SEX: "F",
    Field.BORN_ON: "1986-07-26",
    Field.ADDRESS: "山东省青岛市市南区",
    Field.NUMBER: NUMBER,
}


@dataclass
class Card:
    """A resident card on a desk: text may be left out, painted over or cut before it is seen."""

    desk: int = 70
    lines: dict[str, Place] = field(default_factory=lambda: dict(CARD))
    values: dict[Field, str] = field(default_factory=lambda: dict(_READ))
    pixels: NDArray[np.uint8] = field(init=False)

    def __post_init__(self) -> None:
        self.pixels = np.full((660, 1000, 3), self.desk, np.uint8)
        self.pixels[110:550, 150:850] = (205, 215, 220)
        for text, place in self.lines.items():
            self.write(text, place)

    def write(self, text: str, place: Place) -> None:
        """Strokes as thin as those of characters, two for each."""
        left, top, right, bottom = place
        for x in np.linspace(left + 2, right - 5, 2 * len(text)).astype(int):
            self.pixels[top + 3 : bottom - 3, x : x + 3] = 30

    def note(self, text: str, place: Place) -> None:
        """A line on the desk."""
        self.lines[text] = place
        self.write(text, place)

    def cover(self, place: Place, colour: tuple[int, int, int]) -> None:
        left, top, right, bottom = place
        self.pixels[top:bottom, left:right] = colour

    def unread(self, text: str, value: Field, *, instead: dict[str, Place] | None = None) -> None:
        """OCR sees other pieces of a line, or nothing of it; its value isn't read."""
        del self.lines[text]
        self.lines |= instead or {}
        self.values.pop(value, None)

    def seen(self, *, frame: Place = (0, 0, 1000, 660)) -> Seen:
        left, top, right, bottom = frame
        lines = tuple(
            _line(text, place, frame) for text, place in self.lines.items() if _in(place, frame)
        )
        pixels = np.ascontiguousarray(self.pixels[top:bottom, left:right])
        quads = np.array([line.quad for line in lines], np.float32)
        values = {
            key: ReadValue(text, 0.98, Box(0.3, 0.3, 0.4, 0.4)) for key, text in self.values.items()
        }
        document = DocumentReading(type="SFZ", confidence=0.97, side=Side.FRONT, values=values)
        return look_at(Page(pixels, 0, lines, quads), document)


def _in(place: Place, frame: Place) -> bool:
    return place[0] < frame[2] and place[2] > frame[0] and place[1] < frame[3]


def _line(text: str, place: Place, frame: Place) -> Line:
    left, top = max(0, place[0] - frame[0]), place[1] - frame[1]
    right, bottom = min(frame[2], place[2]) - frame[0], place[3] - frame[1]
    quad = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
    return Line(text, 0.99, (0.99,) * len(text), quad)
