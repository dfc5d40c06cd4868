"""What has happened to a domain and what comes next. Upper apps add their own sources."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from domains.models import Domain
from domains.presenting import kind_label, operation_badge
from domains.selectors.operations import recent_operations_of
from domains.states import Lifecycle
from registrar.oplog.actor_texts import actor_name

MOST_ITEMS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """`tone` is ok, warn, bad, info or next (still to come); `body` one sentence or ""."""

    at: dt.datetime
    title: str | Promise
    tone: str = "info"
    by: str = ""
    body: str | Promise = ""
    url: str = ""


TimelineSource = Callable[[Domain], Iterable[TimelineItem]]
_sources: dict[str, TimelineSource] = {}


def register_timeline_source(key: str, function: TimelineSource) -> None:
    """Add a source, from AppConfig.ready(); ValueError if another one has its key."""
    if _sources.get(key, function) != function:
        raise ValueError(f"timeline source {key!r} is taken")
    _sources[key] = function


def timeline_of(domain: Domain) -> list[TimelineItem]:
    """The newest first, at most 30; asks every source, inside the fence."""
    items = [item for function in _sources.values() for item in function(domain)]
    return sorted(items, key=lambda item: item.at, reverse=True)[:MOST_ITEMS]


def dates_of(domain: Domain) -> list[TimelineItem]:
    """What the domain's own dates tell."""
    found = [_beginning_of(domain), _end_of(domain)]
    if domain.transferred_at:
        item = TimelineItem(at=domain.transferred_at, title=_("Transferred in"), tone="ok")
        found.append(item)
    return found


def _beginning_of(domain: Domain) -> TimelineItem:
    if domain.lifecycle == Lifecycle.REGISTERING:
        return TimelineItem(at=domain.registered_at, title=_("Registration requested"))
    return TimelineItem(at=domain.registered_at, title=_("Registered"), tone="ok")


def _end_of(domain: Domain) -> TimelineItem:
    at = domain.expires_at
    if at <= timezone.now():
        return TimelineItem(at=at, title=pgettext_lazy("timeline", "Expired"), tone="warn")
    return TimelineItem(at=at, title=pgettext_lazy("domain", "Expires"), tone="next")


def operations_of(domain: Domain) -> list[TimelineItem]:
    """Each operation at its end, or where it is now."""
    found = []
    for operation in recent_operations_of(domain):
        badge = operation_badge(operation)
        found.append(
            TimelineItem(
                at=operation.ended_at or operation.created_at,
                title=f"{kind_label(operation)} · {badge.label}",
                tone="info" if badge.tone == "muted" else badge.tone,
                by=actor_name(operation.requested_by),
                body="；".join(operation.raw_messages),
                url=reverse("domains:operation", args=[operation.public_id]),
            )
        )
    return found
