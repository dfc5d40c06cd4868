"""Passport numbers: by country, so that nothing here does more than warn."""

from templates_app.rules.numbers.layout import ALPHANUMERIC, DIGITS, Layout
from templates_app.rules.numbers.standard import Standard

_SERIES = "EGDSPKM"
_SECOND_LETTER = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I, no O

# Chinese passports: a series letter and eight digits, or two letters and seven.
CHINESE_LAYOUTS: tuple[Layout, ...] = (
    (_SERIES,) + (DIGITS,) * 8,
    (_SERIES, _SECOND_LETTER) + (DIGITS,) * 7,
)
_SHORTEST, _LONGEST = 5, 20

# Other countries: any letters and digits (ICAO 9303 prints at most nine).
PASSPORT = Standard(
    layouts=tuple((ALPHANUMERIC,) * length for length in range(_SHORTEST, _LONGEST + 1)),
    level="warn",
)
CHINESE_PASSPORT = Standard(layouts=CHINESE_LAYOUTS, level="warn")


def passport_standard(number: str) -> Standard:
    """The Chinese form for nine characters that are one but for a look-alike or two."""
    digits = sum(character in DIGITS for character in number[1:])
    chinese = len(number) == 9 and number[0] in _SERIES and digits >= 6
    return CHINESE_PASSPORT if chinese else PASSPORT
