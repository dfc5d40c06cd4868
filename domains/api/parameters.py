import datetime as dt

from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request

from registrar.errors import FieldError, InvalidInput


def day(request: Request, name: str) -> dt.date | None:
    """A parameter as a calendar day (2026-07-31), None when absent; InvalidInput otherwise."""
    text = request.query_params.get(name, "")
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = _("A day such as 2026-07-31 is expected.")
        raise InvalidInput(errors=[FieldError(name, "invalid", message)]) from None
