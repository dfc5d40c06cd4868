"""The Chinese font that a wheel carries."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

_WHEEL = "cvttf_NotoSansCJK_Regular"


@lru_cache(maxsize=64)
def font(size: int) -> ImageFont.FreeTypeFont:
    """Noto Sans CJK in pixels; LookupError when the wheel is not installed."""
    return ImageFont.truetype(str(_font_file()), size)


@lru_cache(maxsize=1)
def _font_file() -> Path:
    spec = find_spec(_WHEEL)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted(Path(folder).glob("*.otf")):
            return path
    raise LookupError("The font is not installed: install the extra 'embedded'.")
