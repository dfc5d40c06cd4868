"""One page of an endpoint's delivery log, as its filters ask for it."""

from dataclasses import replace
from typing import Any

from registrar.accounts.requests import MemberRequest
from registrar.events.selectors import names_of
from registrar.listing import list_page

from .event_choices import Choice, families, known_choices
from .event_texts import event_text
from .models import WebhookDelivery, WebhookEndpoint
from .models.delivery import PING
from .selectors import NEWEST, DeliveryFilter, deliveries
from .states import DeliveryState

TONES = {
    DeliveryState.PENDING: "info",
    DeliveryState.DELIVERED: "ok",
    DeliveryState.FAILED: "bad",
    DeliveryState.DROPPED: "muted",
}


def log_page(request: MemberRequest, endpoint: WebhookEndpoint) -> dict[str, Any]:
    """For the context: rows, filters, pager. Filters that mean nothing are left out."""
    state = request.GET.get("state", "")
    object_id = request.GET.get("object", "").strip()[:255]
    wanted = DeliveryFilter(endpoint=endpoint.public_id, object_id=object_id)
    if state in DeliveryState.values:
        wanted = replace(wanted, states=[state])
    event = request.GET.get("event", "")
    if event in {PING, *(value for value, _label in known_choices())}:
        wanted = replace(wanted, event_types=names_of([event], besides=(PING,)))
    given = {
        "state": state if wanted.states else "",
        "event": event if wanted.event_types else "",
        "object": object_id,
    }
    asked = {name: value for name, value in given.items() if value}
    page = list_page(request, deliveries(wanted), order=NEWEST, asked=asked)
    return {
        "log": [(row, tone_of(row), event_text(row.event_type)) for row in page.items],
        "given": asked,
        "states": DeliveryState.choices,
        "families": families([event]),
        "test": Choice(PING, event_text(PING), event == PING),
        **page.links,
    }


def tone_of(row: WebhookDelivery) -> str:
    """Pending after a failure is worth a look."""
    if row.state == DeliveryState.PENDING and row.last_trouble:
        return "warn"
    return TONES[row.state]
