"""The end of an organisation's long name, which stands in the picture and was not read."""

import re

from templates_app.rules.comparing import fold_name, stands_in
from verification.reading.model import TextLine

from .seen import Seen

# With these a registered name is whole: the kind of organisation ends it (企业名称登记管理规定).
_WHOLE = re.compile(
    r"(?:公司|合伙企业|合伙\)|事务所|委员会|合作社|协会|学会|商会|基金会|研究院|研究所|大学|学院|学校"
    r"|中学|小学|幼儿园|医院|中心|工作室|经营部|俱乐部|厂|店|商行)$"
)
# Of its column's width: what a line that goes on below fills.
_FULL = 0.65
# How far, in characters, lines of one column may be out of line.
_RAGGED = 2


def end_may_be_lost(typed: str, read: str, printed: Seen) -> bool:
    """Whether the folded name that was read is the beginning of the folded one typed, and the
    rest may well be on the paper: what was read is no whole name, or another line begins with
    the rest, or the line is full, so that it goes on below."""
    if not read or read == typed or not typed.startswith(read):
        return False
    rest = typed[len(read) :]
    return not _WHOLE.search(read) or _stands_below(rest, printed) or _is_full(read, printed)


def _stands_below(rest: str, printed: Seen) -> bool:
    """Whether a line further down begins with the rest."""
    return any(
        stands_in(rest, fold_name(line.text).text[: len(rest) + 1])
        for line in _lines(printed)
        if line.box.top > printed.value.box.top
    )


def _is_full(read: str, printed: Seen) -> bool:
    """Whether the name's last line reaches most of the way to where the lines of its column end.

    Lines that begin further right are another column's; where no other line tells, it does.
    """
    box = printed.value.box
    pitch = (box.right - box.left) / len(read)
    ends = [
        line.box.right
        for line in _lines(printed)
        if line.box.left <= box.left + _RAGGED * pitch and line.box.right > box.left
    ]
    last = max(_of_value(printed), key=lambda line: line.box.bottom, default=None)
    end = min(last.box.right, box.right) if last else box.right
    return end - box.left >= _FULL * (max(ends, default=end) - box.left)


def _of_value(printed: Seen) -> list[TextLine]:
    """The lines whose middle lies within the value's place."""
    box = printed.value.box
    return [
        line
        for line in _lines(printed)
        if box.top <= (line.box.top + line.box.bottom) / 2 <= box.bottom
        and line.box.left < box.right
        and line.box.right > box.left
    ]


def _lines(printed: Seen) -> tuple[TextLine, ...]:
    return printed.look.reading.lines
