"""Searching the log: the one set of filters that page and API share."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput
from registrar.moments import moment
from registrar.tenancy.actor import ActorKind

from .models import LogEntry

PARAMETERS = ("action", "object_id", "actor", "from", "to", "q")
MAX_LENGTH = 100
# Newest first; gapless per account, so a stable key for paging.
ORDER = ("-number",)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """`action` is an action or an object type; `since` inclusive, `until` exclusive."""

    action: str = ""
    object_id: str = ""
    actor: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    q: str = ""


def read_filter(values: Mapping[str, str]) -> LogFilter:
    """The filter that request parameters name. InvalidInput for a date that is none and for
    texts of more than 100 characters."""
    texts = {name: values.get(name, "").strip() for name in PARAMETERS}
    too_long = [name for name, text in texts.items() if len(text) > MAX_LENGTH]
    if too_long:
        message = _("At most 100 characters.")
        raise InvalidInput(errors=[FieldError(name, "too_long", message) for name in too_long])
    return LogFilter(
        action=texts["action"],
        object_id=texts["object_id"],
        actor=texts["actor"],
        since=moment(texts["from"], field="from"),
        until=moment(texts["to"], field="to", end=True),
        q=texts["q"],
    )


def search_log(account_id: int, wanted: LogFilter) -> QuerySet[LogEntry]:
    """The entries of an account that fit; order and page them with ORDER."""
    rows = LogEntry.objects.filter(account_id=account_id)
    if wanted.action:
        rows = rows.filter(Q(action=wanted.action) | Q(object_type=wanted.action))
    if wanted.object_id:
        rows = rows.filter(object_id=wanted.object_id)
    if wanted.actor:
        rows = rows.filter(_named(wanted.actor) | Q(actor_kind=wanted.actor))
    if wanted.since:
        rows = rows.filter(occurred_at__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(occurred_at__lt=wanted.until)
    if wanted.q:
        rows = rows.filter(_anywhere(wanted.q))
    return rows


def _anywhere(text: str) -> Q:
    condition = Q(object_id=text) | Q(request_id=text)
    condition |= _named(text)
    for field in ("object_label", "action", "reason"):
        condition |= Q(**{f"{field}__icontains": text})
    return condition


def _named(text: str) -> Q:
    # Staff have no name here, so that none can be found by guessing.
    return Q(actor_label__icontains=text) & ~Q(actor_kind=ActorKind.STAFF)
