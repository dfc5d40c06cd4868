"""Domain names as people type them."""

import idna
from tldextract import TLDExtract

MAX_LENGTH = 253

# Offline: the list that the library carries, no cache on disk.
_EXTRACT = TLDExtract(suffix_list_urls=(), cache_dir=None)


class NotAName(ValueError):
    """This is no domain name."""


def to_ascii(text: str) -> str:
    """The A-label form of a name typed as U-label or A-label (IDNA 2008 with UTS 46 mapping).

    NotAName for anything that is no name of at least two labels.
    """
    name = text.strip().rstrip(".。")
    if not name or len(name) > MAX_LENGTH:
        raise NotAName
    try:
        found = idna.encode(name, uts46=True, std3_rules=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError, IndexError):
        raise NotAName from None
    if "." not in found:
        raise NotAName
    return found


def to_unicode(ascii_name: str) -> str:
    """What people see; the A-label itself where it can't be decoded."""
    try:
        return idna.decode(ascii_name)
    except (idna.IDNAError, UnicodeError):
        return ascii_name


def labels_of(ascii_name: str) -> tuple[str, ...]:
    """The labels that somebody chose, as people read them: those left of the suffix."""
    suffix = _EXTRACT(ascii_name).suffix or ascii_name.rpartition(".")[2]
    chosen = ascii_name.removesuffix(suffix).strip(".")
    return tuple(to_unicode(label) for label in chosen.split(".") if label)


def suffix_of(ascii_name: str) -> str:
    """The registry suffix as people write it: com.cn for a.com.cn, 公司.cn for a.xn--55qx5d.cn.

    The public suffix list decides, as shipped; an unknown suffix is the last label.
    """
    extracted = _EXTRACT(ascii_name)
    return to_unicode(extracted.suffix or ascii_name.rpartition(".")[2])
