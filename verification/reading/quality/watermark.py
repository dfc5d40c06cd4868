"""Text laid over the document: aslant, repeated, or saying what a copy may be used for."""

import re
from collections import Counter
from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from verification.reading.lines import Line, box_of, text_angle
from verification.reading.model import SURE, Flaw

from .seen import Seen
from .stamp import stamps_of

# Degrees from the slope of the document's own text; characters around a seal reach further,
# but make short lines.
_ASLANT = (8.0, 82.0)
_LONG = 3.2  # times its height
# What a copy may be used for: the bare words are printed, too (专用设备制造, 合同专用章).
_USES = "使用|用途|办理|认证|核验|核实|验证|备案|登记|审核|审查|存档|参考|注册|复印|他用"
_PURPOSE = re.compile(
    f"(?:仅供|仅限|仅用于).{{0,12}}?(?:{_USES})|(?:{_USES}|实名|网站).{{0,2}}专用(?!章)"
    "|水印|他用无效|复印无效|再次复印|实名认证使用|网站备案|^仅(?:供|限|用于)$"
)
# In a layer of its own such words needn't be whole: the document's print runs through them.
_STAMPED = re.compile(f"供.{{2,12}}?(?:{_USES})|仅[供限用]|域名|..使用$|用无效|印无效")
_SURELY = 0.95
# A list of trades, as a scope of business is: it repeats its words and names purposes.
_LIST = re.compile("[；;]|[、，,。].*[、，,。]")
_MIN_REPEATED, _MIN_STAMPED = 4, 6
_DATE_SIGNS = re.compile("[年月日至]")
# A day on a passport, in the country's language besides: 09 1月/JAN 2034, 18 MAI/MAY 25 (ICAO
# 9303-4). Three of them may lie in one month.
_DAY = re.compile(
    r"\d{1,2}\b.{0,8}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC).{0,8}\b\d{2,4}",
    re.IGNORECASE,
)
# Of a row's height: how far apart rows of one paragraph begin, sideways and downwards.
_ALIGNED, _NEXT_ROW = 1.0, 2.2
_LEVEL = 3.0  # degrees


def find_watermark(seen: Seen) -> Flaw | None:
    """`image_watermarked`, with the places of the overlaid text."""
    slope = text_angle(seen.lines)
    aslant = [line for line in seen.lines if _is_aslant(line, slope)]
    purpose = _purpose(seen.lines, slope)
    repeated = _repeated(seen.lines, aslant)
    found = {id(line): line.quad for line in (*aslant, *purpose, *repeated)}
    quads = list(found.values())
    confidence = _confidence(aslant, purpose, repeated)
    if confidence < SURE:
        stamped = _stamped(seen)
        confidence, quads = (_SURELY if stamped else confidence), [*quads, *stamped]
    if not confidence:
        return None
    width, height = seen.size
    boxes = [box_of(quad, width=width, height=height) for quad in quads]
    return Flaw(
        code="image_watermarked",
        confidence=confidence,
        measure=float(len(quads)),
        limit=2,
        unit="lines",
        boxes=tuple(boxes[:12]),
    )


def _confidence(aslant: list[Line], purpose: list[Line], repeated: list[Line]) -> float:
    slanted_purpose = {id(line) for line in aslant} & {id(line) for line in purpose}
    if slanted_purpose or len(repeated) >= 3 or len(purpose) >= 2 or len(aslant) >= 3:
        return _SURELY
    if len(aslant) == 2:
        return 0.91
    return 0.7 if aslant or purpose else 0.0


def _stamped(seen: Seen) -> list[NDArray[np.float32]]:
    """Where one large stamp over the text says what the copy is for."""
    if seen.recognise is None:
        return []
    for stamp in stamps_of(seen):
        # Where the file lay on its side, what was laid over it may stand on its head.
        read = seen.recognise([*stamp.rows, *(row[::-1, ::-1] for row in stamp.rows)])
        if any(_STAMPED.search(row.text) for row in read if row.confidence > 0.5):
            return [stamp.quad]
    return []


def _is_aslant(line: Line, slope: float) -> bool:
    away = abs((line.angle - slope + 90) % 180 - 90)
    return (
        _ASLANT[0] < away < _ASLANT[1]
        and line.width > _LONG * line.height
        and len(line.text) >= 4
        and line.confidence > 0.5
    )


def _purpose(lines: tuple[Line, ...], slope: float) -> list[Line]:
    """Lines that say what the copy is for, and are no row of the document itself."""
    said = [line for line in lines if _PURPOSE.search(line.text)]
    others = [line for line in lines if not _PURPOSE.search(line.text)]
    return [line for line in said if not _is_own_row(line, others, slope)]


def _is_own_row(line: Line, others: list[Line], slope: float) -> bool:
    """Whether it is level, clear of all other text, and a list or set like the row beside it."""
    if abs((line.angle - slope + 90) % 180 - 90) > _LEVEL or _lies_across(line, others):
        return False
    return bool(_LIST.search(line.text)) or any(_is_set_alike(line, other) for other in others)


def _is_set_alike(line: Line, other: Line) -> bool:
    """Whether one begins under the other, in print of the same size."""
    x, y = other.quad[0] - line.quad[0]
    sine, cosine = np.sin(np.radians(line.angle)), np.cos(np.radians(line.angle))
    along, across = abs(x * cosine + y * sine), abs(y * cosine - x * sine)
    alike = 0.75 < other.height / max(1.0, line.height) < 1.33
    return bool(alike and along < _ALIGNED * line.height and across < _NEXT_ROW * line.height)


def _lies_across(line: Line, others: Iterable[Line]) -> bool:
    """Whether its middle runs through that of another line: rows set tight only touch."""
    own = _middle(line)
    return any(
        cv2.intersectConvexConvex(own, _middle(other))[0] > 1 for other in others if other != line
    )


def _middle(line: Line) -> NDArray[np.float32]:
    """The middle half of a line from top to bottom."""
    top_left, top_right, bottom_right, bottom_left = line.quad
    left, right = (bottom_left - top_left) / 4, (bottom_right - top_right) / 4
    corners = (top_left + left, top_right + right, bottom_right - right, bottom_left - left)
    return np.array(corners, np.float32)


def _repeated(lines: tuple[Line, ...], aslant: list[Line]) -> list[Line]:
    """Lines that say the same three times or more, lists of trades aside.

    A name of two characters with a date or number, as cameras stamp it, four times. A long line
    may hold the same several times, where it is aslant or lies across others.
    """
    plain = [_plain(line) for line in lines]
    texts = Counter(text for text in plain if len(text) >= _MIN_REPEATED)
    stamped = Counter(
        line.text
        for line, text in zip(lines, plain, strict=True)
        if len(_DATE_SIGNS.sub("", text)) >= 2 and len(line.text) >= _MIN_STAMPED
    )
    often = {text for text, times in texts.items() if times >= 3}
    return [
        line
        for line, text in zip(lines, plain, strict=True)
        if ((text in often or stamped[line.text] >= 4) and not _LIST.search(line.text))
        or (_repeats_itself(text) and (line in aslant or _lies_across(line, lines)))
    ]


def _plain(line: Line) -> str:
    return re.sub(r"[\W\d_<]", "", _DAY.sub("", line.text))


def _repeats_itself(text: str) -> bool:
    """Whether a stretch of four characters comes three times in one line."""
    stretches = Counter(text[at : at + 4] for at in range(len(text) - 3))
    return any(times >= 3 and len(set(part)) > 2 for part, times in stretches.items())
