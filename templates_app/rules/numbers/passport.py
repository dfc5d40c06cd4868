"""Passport numbers: by country, so that nothing here does more than warn."""

from templates_app.rules.numbers.confusable import TWIN
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
    """The Chinese form for nine characters that are one but for a look-alike or two.

    Any other letter shows another country's number: Singapore's ends in a check letter.
    """
    return CHINESE_PASSPORT if _is_nearly_chinese(number) else PASSPORT


def _is_nearly_chinese(number: str) -> bool:
    if len(number) != 9 or number[0] not in _SERIES:
        return False
    digits = sum(character in DIGITS for character in number[1:])
    second = number[1] in DIGITS or number[1] in _SECOND_LETTER or number[1] in TWIN
    rest = all(character in DIGITS or character in TWIN for character in number[2:])
    return digits >= 6 and second and rest
