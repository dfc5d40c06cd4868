"""The texts that a workbook keeps apart from its rows, each once."""

from array import array
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from registrar.sheets.limits import MAX_SHARED_STRINGS, MAX_SHARED_TEXT
from registrar.sheets.refusing import refused_file

from .markup import Collected, feed, unescape
from .package import damaged

_TOO_MUCH = _("The workbook holds too much text. Save only the list itself, or as CSV.")


class SharedStrings:
    """The table of shared strings, read as far as it is asked for.

    Kept as one block of UTF-8 and offsets, about a tenth of what as many Python strings take.
    InvalidInput for an index that is not there, and beyond MAX_SHARED_TEXT.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._text = bytearray()
        self._ends = array("Q")
        self._typed = Collected()
        self._taking = self._phonetic = False
        self._more = feed(chunks, self)

    def __getitem__(self, index: int) -> str:
        while index >= len(self._ends):
            if next(self._more, self) is self:
                raise damaged()
        begin = self._ends[index - 1] if index else 0
        return self._text[begin : self._ends[index]].decode()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._typed.clear()
        elif name == "rPh":  # how it is spoken, which is no part of the text
            self._phonetic = True
        elif name == "t":
            self._taking = not self._phonetic

    def end(self, name: str) -> None:
        if name == "t":
            self._taking = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self._keep(unescape(self._typed.whole()))

    def text(self, data: str) -> None:
        if self._taking:
            self._typed.add(data)

    def _keep(self, text: str) -> None:
        self._text += text.encode()
        self._ends.append(len(self._text))
        if len(self._text) > MAX_SHARED_TEXT or len(self._ends) > MAX_SHARED_STRINGS:
            raise refused_file("workbook_too_large", _TOO_MUCH)
