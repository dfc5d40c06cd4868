"""Sizes in bytes as people read them."""

from .profile_model import KB, MB


def format_size(size: int) -> str:
    """Return `size` bytes as "55 KB" or "1.2 MB", 1 KB being 1024 bytes.

    Rounded to one decimal place, without a trailing ".0".
    """
    # The threshold is the first size that would round up to a whole megabyte.
    if size >= MB - KB // 20:
        return f"{_short(size / MB)} MB"
    return f"{_short(size / KB)} KB"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
