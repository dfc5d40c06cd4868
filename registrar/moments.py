"""Points in time in parameters: ISO 8601, a day or a moment."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput

_YEARS = range(2000, 2100)
FIRST_DAY, LAST_DAY = dt.date(_YEARS[0], 1, 1), dt.date(_YEARS[-1], 12, 31)


def moment(text: str, *, field: str, end: bool = False) -> dt.datetime | None:
    """`text` as an aware moment, None when empty. A day is its beginning, or with `end` the
    beginning of the next one. Without an offset the installation's time zone counts.

    InvalidInput naming `field` for anything else, and for years before 2000 or after 2099.
    """
    if not text:
        return None
    try:
        value = dt.datetime.fromisoformat(text)
    except ValueError:
        raise _invalid(field) from None
    if value.year not in _YEARS:
        raise _invalid(field)
    if end and len(text) <= len("2026-01-31"):
        value += dt.timedelta(days=1)
    return value if value.tzinfo else timezone.make_aware(value)


def _invalid(field: str) -> InvalidInput:
    message = _("A day such as 2026-01-31 or a moment in ISO 8601 is expected.")
    return InvalidInput(errors=[FieldError(field, "invalid", message)])
