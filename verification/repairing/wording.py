"""What was changed in a picture, in words, with how large it was and is."""

from verification.catalogue.model import Text
from verification.materials_rules.format_names import format_name
from verification.materials_rules.sizes import format_size

from .changes import Change
from .repaired import Repaired


def say_changes(repaired: Repaired) -> tuple[Text, ...]:
    """Return a sentence for each change, in their order; empty when nothing was changed."""
    return tuple(say_change(change, repaired) for change in repaired.changes)


def say_change(change: Change, repaired: Repaired) -> Text:
    """Return the sentence for one of the changes of `repaired`."""
    return _WORDS[change](repaired)


def _format(repaired: Repaired) -> Text:
    name = format_name(repaired.format)
    before = dict.fromkeys(format_name(facts.format) for facts in repaired.before)
    others = [other for other in before if other != name]
    zh, en = "、".join(others), " and ".join(others)
    return Text(f"已由 {zh} 转换为 {name}", f"Converted from {en} to {name}")


def _size(repaired: Repaired) -> Text:
    before = format_size(sum(facts.bytes for facts in repaired.before))
    after = format_size(repaired.after.bytes)
    zh, en = f"已压缩：{before} → {after}", f"Made smaller: {before} → {after}"
    if repaired.scale == 1:
        return Text(zh, en)
    pixels = f"{repaired.width} × {repaired.height}"
    return Text(f"{zh}（现为 {pixels} 像素）", f"{en} (now {pixels} pixels)")


def _turn(_repaired: Repaired) -> Text:
    return Text("已转正", "Turned upright")


def _first_frame(_repaired: Repaired) -> Text:
    return Text("文件含多页，只保留了第一页", "The file holds several pages; the first is kept")


def _join(_repaired: Repaired) -> Text:
    return Text("已将正反面合成一张图片", "Front and back joined into one picture")


_WORDS = {
    Change.FORMAT: _format,
    Change.SIZE: _size,
    Change.TURN: _turn,
    Change.FIRST_FRAME: _first_frame,
    Change.JOIN: _join,
}
