"""The birth date inside an 18-character personal number."""

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

_EARLIEST_YEAR = 1880


def has_birth_date(number: str) -> bool:
    """Whether characters 7 to 14 are a calendar date (GB 11643: YYYYMMDD) of a living memory."""
    try:
        return ric.get_birth_date(number).year >= _EARLIEST_YEAR
    except (ValidationError, ValueError):  # The library reads an X as a month as well.
        return False
