"""XML read in chunks by expat: no document in memory, no DTD, no entities but the five of XML."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Protocol
from xml.parsers import expat

from .package import damaged

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Handler(Protocol):
    """What happens at a start tag, an end tag, and for text. Names come without prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


def feed(chunks: Iterable[bytes], handler: Handler) -> Iterator[None]:
    """Parse chunk by chunk; stops after each, so that the caller takes what has come of it.

    InvalidInput for broken XML and for any document type (XXE, entity expansion).
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler = _without_prefix(handler.start)
    parser.EndElementHandler = _without_prefix(handler.end)
    parser.CharacterDataHandler = handler.text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError:
        raise damaged() from None


def read_all(chunks: Iterable[bytes], handler: Handler) -> None:
    """The same for small parts, in one go."""
    for _part in feed(chunks, handler):
        pass


def unescape(text: str) -> str:
    """`_x000D_` as the character that XML could not hold (ECMA-376, 22.9.2.19)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _without_prefix(told: Any) -> Any:
    def tell(name: str, *more: Any) -> None:
        told(name if ":" not in name else name.rpartition(":")[2], *more)

    return tell


def _no_doctype(*_declared: Any) -> None:
    raise damaged()
