"""An XLSX file written while it is sent: the package is made part by part, no row is kept.

One sheet of text. Numbers stay text too: a document number keeps all its digits.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from . import parts

_AT_ONCE = 64 * 1024
# What XML 1.0 can't hold, a carriage return (which parsers turn into a newline), and text that
# would be read as one of these escapes.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")
# The same bytes for the same rows, whenever they are written.
_WRITTEN = (1980, 1, 1, 0, 0, 0)


class _Outbox:
    """A file that can't be read or rewound, as a response is: what is written is taken away."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self.size = 0

    def write(self, data: bytes) -> int:
        self._waiting.append(bytes(data))
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def take(self) -> bytes:
        data = b"".join(self._waiting)
        self._waiting.clear()
        self.size = 0
        return data


def xlsx_chunks(rows: Iterable[Sequence[str]], *, widths: Sequence[int] = ()) -> Iterator[bytes]:
    """The file in chunks. The first row is the heading: bold, and it stays when one scrolls.

    `widths` in characters, by column. Memory: one chunk, however many rows.
    """
    outbox = _Outbox()
    with zipfile.ZipFile(outbox, "w", zipfile.ZIP_DEFLATED) as package:  # type: ignore[call-overload]
        for name, content in parts.FIXED.items():
            package.writestr(_info(name), content)
        with package.open(_info(parts.SHEET), "w") as sheet:
            sheet.write(parts.sheet_head(widths).encode())
            for chunk in _grouped(_row(number, cells) for number, cells in enumerate(rows, 1)):
                sheet.write(chunk)
                if outbox.size >= _AT_ONCE:
                    yield outbox.take()
            sheet.write(parts.SHEET_END.encode())
    yield outbox.take()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=_WRITTEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _grouped(texts: Iterable[str]) -> Iterator[bytes]:
    """Many rows in one write: each costs a call of the compressor."""
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= _AT_ONCE:
            yield "".join(waiting).encode()
            waiting.clear()
            length = 0
    yield "".join(waiting).encode()


def _row(number: int, cells: Sequence[str]) -> str:
    style = ' s="1"' if number == 1 else ' s="2"'
    found = [_cell(text, style) if text else f"<c{style}/>" for text in cells]
    return f'<row r="{number}">{"".join(found)}</row>'


def _cell(text: str, style: str) -> str:
    kept = escape(_ESCAPED.sub(_as_escape, text))
    return f'<c{style} t="inlineStr"><is><t xml:space="preserve">{kept}</t></is></c>'


def _as_escape(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"
