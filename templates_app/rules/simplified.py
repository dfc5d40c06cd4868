"""Traditional and variant characters as their simplified ones, one by one.

Character by character, not by phrase as OpenCC does it for readers: what a text folds to must
not depend on the spaces and marks in it, and every position must stay where it was.
"""

from functools import cache, lru_cache
from typing import Any

from opencc import OpenCC

from templates_app.rules.text import HAN

# Simplified characters of their own that the converter would merge with another (通用规范汉字表):
# 李乾 is not 李干.
_KEPT = frozenset("乾")


@lru_cache(maxsize=1 << 16)
def simplified(character: str) -> str:
    """The simplified form of one Chinese character; any other character as it is."""
    if character in _KEPT or not HAN.match(character):
        return character
    return str(_converter().convert(character))


@cache
def _converter() -> Any:
    return OpenCC("t2s")
