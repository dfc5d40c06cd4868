"""The secrets that sign: shown to those who may set webhooks up, and replaced."""

import datetime as dt

from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.webhooks.models import WebhookEndpoint
from registrar.webhooks.signing import new_secret

from .locking import lock_endpoint

# So long both secrets sign, so that receivers can change over without losing an event.
OVERLAP = dt.timedelta(hours=24)


def rotate_secret(
    *, actor: Actor, endpoint_id: str, overlap: dt.timedelta = OVERLAP
) -> WebhookEndpoint:
    """A new secret from now on; the one before signs too for `overlap`, and any older one no
    more. With no overlap the old one ends at once, as after a leak."""
    require(actor, Permission.WEBHOOKS_WRITE)
    endpoint = lock_endpoint(endpoint_id)
    until = timezone.now() + overlap if overlap else None
    endpoint.previous_secret = endpoint.secret if until else None
    endpoint.secret, endpoint.previous_until = new_secret(), until
    endpoint.save(update_fields=["secret", "previous_secret", "previous_until", "updated_at"])
    record(
        actor=actor,
        action="webhook_endpoint.secret_rotated",
        about=endpoint,
        label=str(endpoint),
        after={"previous_until": until.isoformat() if until else None},
    )
    return endpoint


def show_secret(*, actor: Actor, endpoint_id: str) -> WebhookEndpoint:
    """The endpoint with its secret, for somebody who looks at it; logged."""
    require(actor, Permission.WEBHOOKS_WRITE)
    endpoint = lock_endpoint(endpoint_id)
    record(
        actor=actor,
        action="webhook_endpoint.secret_shown",
        about=endpoint,
        label=str(endpoint),
    )
    return endpoint
