"""Formats of pictures as people call them."""

# Two names of one format: people read one. HEIC is what phones call their HEIF.
_NAMES = {"jpeg": "JPG", "heif": "HEIC", "webp": "WebP"}


def format_name(format_code: str) -> str:
    """Return the name for a format's code: "jpeg" is a JPG."""
    return _NAMES.get(format_code, format_code.upper())
