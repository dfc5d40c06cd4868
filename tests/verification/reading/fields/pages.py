"""Lines to read: recorded from a recogniser, or laid out by hand."""

import json
from pathlib import Path
from typing import Any

from verification.reading.model import Box, TextLine

_DATA = Path(__file__).parent / "data"
RECORDED = sorted(path.stem for path in _DATA.glob("*.json"))
WIDTH, HEIGHT = 1000, 700


def recorded(name: str) -> dict[str, Any]:
    """`lines`, `width`, `height`, and `truth`: what was drawn in the picture."""
    data = json.loads((_DATA / f"{name}.json").read_text())
    lines = [
        TextLine(text, sure, Box(*box), tuple(each)) for text, sure, box, each in data["lines"]
    ]
    return {**data, "lines": lines}


def at(x: int, y: int, text: str, *, size: int = 24, sure: float = 0.99, slope: float = 0.0):
    """A line whose text begins at x, y in a picture of WIDTH by HEIGHT, falling by `slope`."""
    wide = sum(0.55 if c.isascii() else 1.0 for c in text) * size
    middle = y + size / 2 + slope * (x + wide / 2)
    half = size * 0.62 + abs(slope) * wide / 2
    box = Box(x / WIDTH, (middle - half) / HEIGHT, (x + wide) / WIDTH, (middle + half) / HEIGHT)
    return TextLine(text, sure, box, (sure,) * len(text))
