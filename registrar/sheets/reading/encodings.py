"""What a text file is written in: UTF-8 or UTF-16, or GB 18030 as Chinese Excel saves CSV."""

import codecs

from django.utils.translation import gettext_lazy as _

from registrar.sheets.refusing import refused_file

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4096
_AT_ONCE = 1024 * 1024
_UNREADABLE = _(
    "The file is no XLSX file, and no text in UTF-8 or GB 18030 either. In Excel, save it as XLSX,"
    " or as “CSV UTF-8 (comma delimited)”."
)
_NUL = _("The file is no XLSX file, and no CSV file either: it holds NUL characters.")


def encoding_of(content: bytes) -> str:
    """The codec's name. InvalidInput (`encoding`) where none fits to the last byte."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if not marked and b"\0" in content:
        marked = _unmarked_utf16(content[:_LOOKED_AT])
    candidates = (marked,) if marked else ("utf-8", "gb18030")
    for name in candidates:
        if _decodes(content, name):
            return name
    raise refused_file("encoding", _UNREADABLE)


def _unmarked_utf16(beginning: bytes) -> str:
    """Between any two cells stands an ASCII character: most NULs are on one side."""
    low, high = beginning[0::2].count(0), beginning[1::2].count(0)
    if low == high:
        raise refused_file("encoding", _NUL)
    return "utf-16-be" if low > high else "utf-16-le"


def _decodes(content: bytes, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    view = memoryview(content)
    try:
        for start in range(0, len(view), _AT_ONCE):
            decoder.decode(bytes(view[start : start + _AT_ONCE]))
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
