"""Telling members that an endpoint does not take its events. By mail too: no address in it, for
an address may hold a token."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.kinds import NoticeKind, Topic
from registrar.notices.services import notify

from .models import WebhookEndpoint
from .states import DisabledReason

GAVE_UP = NoticeKind(
    key="webhook.gave_up",
    topic=Topic.AUTOMATION,
    title=_("An event could not be delivered to a webhook."),
    text=_(
        "The last attempt, a day after the first, failed too. Look at the answers, mend the"
        " receiver and send the event again from the delivery log."
    ),
    tone="warn",
    permission=Permission.WEBHOOKS_READ,
)
DISABLED = NoticeKind(
    key="webhook.disabled",
    topic=Topic.AUTOMATION,
    title=_("A webhook is disabled because its receiver takes nothing."),
    text=_(
        "It has failed for days. No events are sent until you enable it again; what it missed"
        " can be sent later."
    ),
    tone="bad",
    permission=Permission.WEBHOOKS_READ,
)
GONE = NoticeKind(
    key="webhook.gone",
    topic=Topic.AUTOMATION,
    title=_("A webhook is disabled because its receiver is gone."),
    text=_(
        "It answered 410 Gone. No events are sent until you enable it again; what it missed can"
        " be sent later."
    ),
    tone="bad",
    permission=Permission.WEBHOOKS_READ,
)
KINDS = (GAVE_UP, DISABLED, GONE)


def tell_of_giving_up(endpoint: WebhookEndpoint, now: dt.datetime) -> None:
    """Once a day for each endpoint, however many deliveries are given up."""
    _tell(endpoint, GAVE_UP, timezone.localtime(now).date().isoformat())


def tell_of_disabling(endpoint: WebhookEndpoint) -> None:
    kind = GONE if endpoint.disabled_reason == DisabledReason.GONE else DISABLED
    _tell(endpoint, kind, f"{endpoint.disabled_at:%Y%m%d%H%M%S%f}")


def _tell(endpoint: WebhookEndpoint, kind: NoticeKind, occasion: str) -> None:
    notify(
        account_id=endpoint.account_id,
        kind=kind.key,
        params={},
        url=reverse("webhooks:endpoint", args=[endpoint.public_id]),
        key=f"{endpoint.public_id} {occasion}",
    )
