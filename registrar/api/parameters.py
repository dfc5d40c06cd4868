"""Query parameters: an allow-list, typed; anything else is an error that names it."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request

from registrar.errors import FieldError, InvalidInput
from registrar.paging import DEFAULT_LIMIT, MAX_LIMIT

DRY_RUN = "dry_run"
_MOST_DIGITS = 18


def only(request: Request, *allowed: str) -> None:
    """InvalidInput naming every query parameter that is not in `allowed`, or comes twice: nobody
    could say which of the two counts.

    `dry_run`, which ApiView reads, is allowed wherever something could be changed.
    """
    known = set(allowed) if request.method in SAFE_METHODS else {*allowed, DRY_RUN}
    errors = []
    for name, values in sorted(request.query_params.lists()):
        if name not in known:
            errors.append(FieldError(name, "unknown_parameter", _("Unknown parameter.")))
        elif len(values) > 1:
            errors.append(FieldError(name, "repeated_parameter", _("Give it only once.")))
    if errors:
        raise InvalidInput(errors=errors)


def whole_number(request: Request, name: str, *, default: int, minimum: int, maximum: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return default
    # The length first: Python refuses to read thousands of digits, with a ValueError.
    digits = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    if not (digits and minimum <= int(text) <= maximum):
        message = _("A whole number from %(minimum)d to %(maximum)d is expected.") % {
            "minimum": minimum,
            "maximum": maximum,
        }
        raise InvalidInput(errors=[FieldError(name, "invalid", message)])
    return int(text)


def one_of(request: Request, name: str, values: Collection[str]) -> str:
    """The parameter's value, "" when absent; InvalidInput when it is not among `values`."""
    text = request.query_params.get(name, "")
    if text and text not in values:
        message = _("Allowed values: %(values)s.") % {"values": ", ".join(values)}
        raise InvalidInput(errors=[FieldError(name, "invalid_choice", message)])
    return text


def limit_of(request: Request) -> int:
    return whole_number(request, "limit", default=DEFAULT_LIMIT, minimum=1, maximum=MAX_LIMIT)
