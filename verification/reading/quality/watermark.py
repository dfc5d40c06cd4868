"""Text laid over the document: aslant, repeated, or saying what a copy may be used for."""

import re
from collections import Counter

from verification.reading.lines import Line, box_of, text_angle
from verification.reading.model import Flaw

from .seen import Seen

# Degrees from the slope of the document's own text; characters around a seal reach further,
# but make short lines.
_ASLANT = (8.0, 82.0)
_LONG = 3.2  # times its height
_PURPOSE = re.compile("仅供|仅用于|仅限|专用|水印|他用无效|复印无效|再次复印|实名认证使用|网站备案")
_MIN_REPEATED, _MIN_STAMPED = 4, 6
_DATE_SIGNS = re.compile("[年月日至]")


def find_watermark(seen: Seen) -> Flaw | None:
    """`image_watermarked`, with the places of the overlaid text."""
    slope = text_angle(seen.lines)
    aslant = [line for line in seen.lines if _is_aslant(line, slope)]
    purpose = [line for line in seen.lines if _PURPOSE.search(line.text)]
    repeated = _repeated(seen.lines)
    found = {id(line): line for line in (*aslant, *purpose, *repeated)}
    confidence = _confidence(aslant, purpose, repeated)
    if not confidence:
        return None
    width, height = seen.size
    boxes = [box_of(line.quad, width=width, height=height) for line in found.values()]
    return Flaw(
        code="image_watermarked",
        confidence=confidence,
        measure=float(len(found)),
        limit=2,
        unit="lines",
        boxes=tuple(boxes[:12]),
    )


def _confidence(aslant: list[Line], purpose: list[Line], repeated: list[Line]) -> float:
    slanted_purpose = {id(line) for line in aslant} & {id(line) for line in purpose}
    if slanted_purpose or len(repeated) >= 3 or len(purpose) >= 2 or len(aslant) >= 3:
        return 0.95
    if len(aslant) == 2:
        return 0.91
    return 0.7 if aslant or purpose else 0.0


def _is_aslant(line: Line, slope: float) -> bool:
    away = abs((line.angle - slope + 90) % 180 - 90)
    return (
        _ASLANT[0] < away < _ASLANT[1]
        and line.width > _LONG * line.height
        and len(line.text) >= 4
        and line.confidence > 0.5
    )


def _repeated(lines: tuple[Line, ...]) -> list[Line]:
    """Lines that say the same three times or more; a long line may hold it several times.

    A name of two characters with a date or number, as cameras stamp it, four times.
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
        if text in often or stamped[line.text] >= 4 or _repeats_itself(text)
    ]


def _plain(line: Line) -> str:
    return re.sub(r"[\W\d_<]", "", line.text)


def _repeats_itself(text: str) -> bool:
    """Whether a stretch of four characters comes three times in one line."""
    stretches = Counter(text[at : at + 4] for at in range(len(text) - 3))
    return any(times >= 3 and len(set(part)) > 2 for part, times in stretches.items())
