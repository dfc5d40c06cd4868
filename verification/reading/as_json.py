"""A reading as JSON text and back: how it is kept."""

import json
from dataclasses import asdict
from typing import Any

from .model import (
    Box,
    DocumentReading,
    Field,
    Flaw,
    PictureReading,
    ReadValue,
    Side,
    TextLine,
)


def to_json(reading: PictureReading) -> str:
    """Compact JSON; fractions keep four places, which is under a pixel of any screen."""
    return json.dumps(_rounded(asdict(reading)), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> PictureReading:
    """The reading that `to_json` wrote. ValueError, KeyError or TypeError for anything else."""
    data = json.loads(text)
    document = data.pop("document")
    values = {Field(name): _value(value) for name, value in document.pop("values").items()}
    return PictureReading(
        outline=_box(data.pop("outline")),
        document=DocumentReading(side=Side(document.pop("side")), values=values, **document),
        flaws=tuple(_flaw(flaw) for flaw in data.pop("flaws")),
        lines=tuple(_line(line) for line in data.pop("lines")),
        **data,
    )


def _rounded(data: Any) -> Any:
    if isinstance(data, float):
        return round(data, 4)
    if isinstance(data, dict):
        return {str(key): _rounded(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_rounded(value) for value in data]
    return data


def _box(data: Any) -> Any:
    return Box(**data) if data is not None else None


def _line(data: dict[str, Any]) -> TextLine:
    characters = tuple(data.pop("characters"))
    return TextLine(box=_box(data.pop("box")), characters=characters, **data)


def _value(data: dict[str, Any]) -> ReadValue:
    characters = tuple(data.pop("characters"))
    return ReadValue(box=_box(data.pop("box")), characters=characters, **data)


def _flaw(data: dict[str, Any]) -> Flaw:
    boxes = tuple(_box(box) for box in data.pop("boxes"))
    fields = tuple(Field(name) for name in data.pop("fields"))
    return Flaw(boxes=boxes, fields=fields, **data)
