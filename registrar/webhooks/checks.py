"""What is right for an endpoint: its address, its events, its description."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput

from .following import known_types
from .place_texts import PLACE_TEXTS
from .places import BadPlace, read_place
from .rules import current_rules
from .subscriptions import tidied, unknown_patterns

MAX_DESCRIPTION = 100
# More than there are types.
MAX_PATTERNS = 100


class _Wrong(Exception):
    def __init__(self, code: str, message: Any) -> None:
        self.code, self.message = code, message


def checked(**given: Any) -> dict[str, Any]:
    """`url`, `event_types` and `description`, those that are given, in their plain form.
    InvalidInput with everything that is wrong."""
    values: dict[str, Any] = {}
    errors: list[FieldError] = []
    for name, value in given.items():
        try:
            values[name] = _CHECKS[name](value)
        except _Wrong as wrong:
            errors.append(FieldError(name, wrong.code, wrong.message))
    if errors:
        raise InvalidInput(errors=errors)
    return values


def _url(text: str) -> str:
    try:
        place = read_place(text.strip())
        if not current_rules().could_allow(place):
            raise BadPlace("not_allowed" if place.secure else "not_secure")
    except BadPlace as bad:
        raise _Wrong(bad.code, PLACE_TEXTS[bad.code]) from None
    return place.url


def _event_types(patterns: Sequence[str]) -> list[str]:
    if not patterns:
        raise _Wrong("required", _("Choose at least one kind of event."))
    if len(patterns) > MAX_PATTERNS:
        raise _Wrong("too_many", _("These are more than there are."))
    unknown = unknown_patterns(patterns, known_types())
    if unknown:
        names = ", ".join(text[:64] for text in unknown[:10])
        raise _Wrong("unknown_event_type", _("There are no events %(names)s.") % {"names": names})
    return tidied(patterns)


def _description(text: str) -> str:
    if len(text.strip()) > MAX_DESCRIPTION:
        raise _Wrong("too_long", _("At most %(count)d characters.") % {"count": MAX_DESCRIPTION})
    return text.strip()


_CHECKS: dict[str, Callable[[Any], Any]] = {
    "url": _url,
    "event_types": _event_types,
    "description": _description,
}
