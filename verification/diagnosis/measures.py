"""What was measured in a picture, in words: the units are those of verification.reading.quality."""

from collections.abc import Callable, Mapping
from typing import Any

from verification.catalogue.model import Text

_Say = Callable[[float, float], Text]


def say_measure(params: Mapping[str, Any]) -> Text:
    """The measure with its limit, without a full stop; of an unknown unit the bare numbers."""
    say = _BY_UNIT.get(params["unit"], _plain)
    return say(params["measure"], params["limit"])


def _plain(measure: float, limit: float) -> Text:
    return Text(
        f"测得 {measure:.3g}，界限 {limit:.3g}",
        f"Measured {measure:.3g}, the limit is {limit:.3g}",
    )


def _text_height(measure: float, limit: float) -> Text:
    return Text(
        f"文字行高 {measure:.3g} 像素，低于 {limit:.3g} 像素时难以辨认",
        f"Lines of text are {measure:.3g} pixels high; below {limit:.3g} they can hardly be read",
    )


def _edge_width(measure: float, limit: float) -> Text:
    return Text(
        f"最清晰的边缘也有 {measure:.3g} 像素宽，清晰的图片应低于 {limit:.3g} 像素",
        f"Even the sharpest edges are {measure:.3g} pixels wide, "
        f"in a sharp picture they are below {limit:.3g}",
    )


def _edge(measure: float, limit: float) -> Text:
    return Text(
        f"笔画边缘宽度为字高的 {_percent(measure)}，应低于 {_percent(limit)}",
        f"Edges of the strokes are {_percent(measure)} of the text's height wide, "
        f"it should be below {_percent(limit)}",
    )


def _chroma(measure: float, limit: float) -> Text:
    return Text(
        f"色彩差异 {_percent(measure)}，彩色图片不低于 {_percent(limit)}",
        f"Colours differ by {_percent(measure)}, in a colour picture by {_percent(limit)} or more",
    )


def _side(_measure: float, _limit: float) -> Text:
    """A share of a side, or a number of lines: what it comes to is the same."""
    return Text("证件或文字超出画面", "The document or its text goes beyond the frame")


def _area(measure: float, _limit: float) -> Text:
    if not measure:
        return Text("应有文字处没有文字", "No text where there should be some")
    return Text(
        f"遮挡约占证件的 {_percent(measure)}",
        f"About {_percent(measure)} of the document is covered",
    )


def _lines(measure: float, _limit: float) -> Text:
    return Text(f"叠加文字 {measure:.0f} 处", f"Lines of text laid over it: {measure:.0f}")


def _percent(share: float) -> str:
    return f"{share * 100:.2g}%"


_BY_UNIT: Mapping[str, _Say] = {
    "text_px": _text_height,
    "edge_px": _edge_width,
    "edge": _edge,
    "chroma": _chroma,
    "side": _side,
    "area": _area,
    "lines": _lines,
}
