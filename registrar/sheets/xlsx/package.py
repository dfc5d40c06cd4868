"""The ZIP package of an XLSX file, opened as if somebody hostile had packed it."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from registrar.sheets.limits import MAX_PARTS, MAX_UNPACKED
from registrar.sheets.refusing import refused_file

_AT_ONCE = 64 * 1024
# All that Excel writes. The others unpack without bounds, or ask for gigabytes to begin with.
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGED = _("The file is no workbook, or it is damaged. Save it again as .xlsx or as CSV.")
_BOMB = _("Unpacked, the workbook is larger than {most} MB. Save only the list itself.")
# Whatever zipfile and zlib say of bytes that somebody has made up.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


class Package:
    """Parts by name, in chunks. What is unpacked is counted as it comes, whatever the package
    declares; InvalidInput beyond MAX_UNPACKED, and for anything that is damaged."""

    def __init__(self, file: BinaryIO) -> None:
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(file)
            self._names = {info.filename: info for info in self._zip.infolist()[:MAX_PARTS]}
        except _BROKEN:
            raise damaged() from None

    def has(self, name: str) -> bool:
        return name in self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part's bytes; InvalidInput where there is no such part."""
        info = self._names.get(name)
        if info is None or info.compress_type not in _PACKED:
            raise damaged()
        if info.file_size > MAX_UNPACKED:
            raise _too_large()
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_AT_ONCE):
                    self._unpacked += len(chunk)
                    if self._unpacked > MAX_UNPACKED:
                        raise _too_large()
                    yield chunk
        except _BROKEN:
            raise damaged() from None


def damaged() -> Exception:
    """What is said of a package that makes no sense."""
    return refused_file("workbook_damaged", _DAMAGED)


def _too_large() -> Exception:
    return refused_file("workbook_too_large", _BOMB, most=MAX_UNPACKED // 1024 // 1024)
