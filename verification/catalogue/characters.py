"""Traditional and variant characters as their simplified ones, one by one.

Character by character, not by phrase as OpenCC does it for readers: what a text folds to must
not depend on the spaces and marks in it, and every position must stay where it was.
"""

from functools import cache

from opencc import OpenCC

_UNIFIED = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
# What OpenCC leaves as it is, and authorities write for one another.
_OTHERS = {"戸": "户", "帐": "账", "迻": "移", "囘": "回", "尓": "尔"}


@cache
def to_simplified() -> dict[int, str]:
    """A table for str.translate, made once per process (some 20 ms)."""
    characters = [chr(point) for points in _UNIFIED for point in points]
    simple = _convert(_convert(characters))
    return {
        ord(char): _OTHERS.get(plain, plain)
        for char, plain in zip(characters, simple, strict=True)
        if plain != char or char in _OTHERS
    }


def _convert(characters: list[str]) -> list[str]:
    # The line breaks keep it from reading phrases.
    converted: str = OpenCC("t2s").convert("\n".join(characters))
    return converted.split("\n")
