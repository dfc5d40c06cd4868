"""XML read in chunks by expat: no document in memory, no DTD, no entities but the five of XML."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol
from xml.parsers import expat

from registrar.sheets.limits import MAX_CELL, MAX_DEPTH, MAX_NAMES, MAX_TOKEN

from .package import damaged

# What XML could not hold; half a surrogate pair is no character and stays as it is written.
_ESCAPED = re.compile(r"_x(?![dD][89A-Fa-f])([0-9A-Fa-f]{4})_")
# The longest text, were each of its characters such an escape.
_LONGEST = len("_x0000_") * (MAX_CELL + 1)


class Handler(Protocol):
    """What happens at a start tag, an end tag, and for text. Names come without prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


def feed(chunks: Iterable[bytes], handler: Handler) -> Iterator[None]:
    """Parse chunk by chunk; stops after each, so that the caller takes what has come of it.

    InvalidInput for broken XML, for any document type (XXE, entity expansion), and for what
    would fill the parser's memory: it keeps open elements, names, and a tag until its end.
    """
    parser, told = expat.ParserCreate(), _Told(handler)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler = told.start
    parser.EndElementHandler = told.end
    parser.CharacterDataHandler = handler.text
    given = 0
    for chunk in chunks:
        _parse(parser, chunk)
        given += len(chunk)
        if given - parser.CurrentByteIndex > MAX_TOKEN:
            raise damaged()
        yield
    _parse(parser, b"", at_end=True)
    yield


def _parse(parser: expat.XMLParserType, chunk: bytes, *, at_end: bool = False) -> None:
    try:
        parser.Parse(chunk, at_end)
    except (expat.ExpatError, LookupError, ValueError):
        # The last two: it says that it is written in what there is no codec for.
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


class Collected:
    """The text of one cell as it comes in pieces. What is far too long for any is cut off, and is
    too long still."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def clear(self) -> None:
        self._parts.clear()
        self._length = 0

    def add(self, data: str) -> None:
        if self._length < _LONGEST:
            self._parts.append(data)
            self._length += len(data)

    def whole(self) -> str:
        return "".join(self._parts)


class _Told:
    """Tells a handler of tags, without prefixes."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._depth = 0
        self._names: set[str] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if name not in self._names or not self._names.issuperset(attributes):
            self._names.update((name, *attributes))
        if self._depth > MAX_DEPTH or len(self._names) > MAX_NAMES:
            raise damaged()
        self._handler.start(_plain(name), attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(_plain(name))


def _plain(name: str) -> str:
    return name if ":" not in name else name.rpartition(":")[2]


def _no_doctype(*_declared: object) -> None:
    raise damaged()
