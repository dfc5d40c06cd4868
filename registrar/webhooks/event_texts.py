"""What events and choices of events are called, for people."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registrar.events.catalogue import event_type_named

from .family_texts import family_text
from .models.delivery import PING
from .subscriptions import EVERYTHING


def event_text(name: str) -> str | Promise:
    """The title of a type; of one that is no more, its name."""
    known = event_type_named(name)
    if known:
        return known.title
    return _("Test") if name == PING else name


def pattern_texts(patterns: Iterable[str]) -> list[tuple[str, str | Promise]]:
    """Each of an endpoint's choices, with what it means."""
    return [(pattern, _pattern_text(pattern)) for pattern in patterns]


def _pattern_text(pattern: str) -> str | Promise:
    if pattern == EVERYTHING:
        return _("All events")
    if pattern.endswith(".*"):
        return family_text(pattern.removesuffix(".*"))
    return event_text(pattern)
