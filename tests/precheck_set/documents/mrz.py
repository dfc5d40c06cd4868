"""Machine-readable zone of a passport: ICAO Doc 9303 part 4, format TD3 (2 lines of 44)."""

import datetime as dt
import string

_WIDTH = 44
_WEIGHTS = (7, 3, 1)
_VALUES = {c: v for v, c in enumerate(string.digits + string.ascii_uppercase)} | {"<": 0}


def check_digit(text: str) -> str:
    """Doc 9303 part 3, 4.9: weights 7 3 1, modulo 10."""
    return str(sum(_VALUES[c] * _WEIGHTS[at % 3] for at, c in enumerate(text)) % 10)


def td3(
    *,
    country: str,
    surname: str,
    given: str,
    number: str,
    born: dt.date,
    male: bool,
    expires: dt.date,
    personal: str = "",
) -> tuple[str, str]:
    """The two lines."""
    names = f"{_letters(surname)}<<{_letters(given)}"
    first = f"P<{country}{names}".ljust(_WIDTH, "<")[:_WIDTH]
    document = number.ljust(9, "<")
    birth, end = f"{born:%y%m%d}", f"{expires:%y%m%d}"
    optional = personal.ljust(14, "<")
    parts = (
        document + check_digit(document),
        country,
        birth + check_digit(birth),
        "M" if male else "F",
        end + check_digit(end),
        optional + (check_digit(optional) if personal else "<"),
    )
    whole = parts[0] + parts[2] + parts[4] + parts[5]
    return first, "".join(parts) + check_digit(whole)


def _letters(name: str) -> str:
    return "".join(c if c in string.ascii_uppercase else "<" for c in name.upper())
