"""Formats of pictures as people call them."""

from collections.abc import Iterable

# Two names of one format: people read one. HEIC is what phones call their HEIF.
_NAMES = {"jpeg": "JPG", "heif": "HEIC", "webp": "WebP", "tif": "TIFF"}
# What cameras, screens and phones write.
_FIRST = ("jpeg", "png", "heif")


def format_name(format_code: str) -> str:
    """Return the name for a format's code, or for an extension: "jpeg" is a JPG."""
    return _NAMES.get(format_code, format_code.upper())


def format_names(format_codes: Iterable[str]) -> str:
    """The names of several formats, the usual ones first: "JPG / PNG / HEIC / …"."""
    codes = set(format_codes)
    usual = [code for code in _FIRST if code in codes]
    return " / ".join(map(format_name, [*usual, *sorted(codes.difference(_FIRST))]))
