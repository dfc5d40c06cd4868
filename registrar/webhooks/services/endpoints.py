"""Endpoints: made, changed, switched off and on, deleted."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.models import Account
from registrar.accounts.permissions import Permission
from registrar.errors import StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.webhooks.checks import checked
from registrar.webhooks.following import newest, require_reading
from registrar.webhooks.models import WebhookEndpoint
from registrar.webhooks.selectors import endpoints
from registrar.webhooks.signing import new_secret
from registrar.webhooks.states import DisabledReason

from .disabling import disable, drop_pending
from .locking import lock_endpoint

MOST_ENDPOINTS = 20


def create_endpoint(
    *, actor: Actor, url: str, event_types: Sequence[str], description: str = ""
) -> WebhookEndpoint:
    """An enabled endpoint, which is sent what happens from now on. Its secret is told once.

    InvalidInput for an address or events that can't be; StateConflict beyond MOST_ENDPOINTS.
    """
    require(actor, Permission.WEBHOOKS_WRITE)
    values = checked(url=url, event_types=event_types, description=description)
    require_reading(actor, values["event_types"])
    # Two who make the twentieth at once wait for each other.
    account = Account.objects.select_for_update(no_key=True).get(pk=int(actor.account_id or 0))
    if endpoints().count() >= MOST_ENDPOINTS:
        message = _("An account has at most %(count)d endpoints. Delete one first.")
        raise StateConflict("too_many_endpoints", message % {"count": MOST_ENDPOINTS})
    endpoint = WebhookEndpoint.objects.create(account=account, secret=new_secret(), **values)
    record(
        actor=actor,
        action="webhook_endpoint.created",
        about=endpoint,
        label=str(endpoint),
        after=_facts(endpoint),
    )
    _follow_from_now_on(endpoint)
    return endpoint


def change_endpoint(
    *,
    actor: Actor,
    endpoint_id: str,
    url: str | None = None,
    event_types: Sequence[str] | None = None,
    description: str | None = None,
) -> WebhookEndpoint:
    """What is not given stays. What is pending goes to the new address, by the choice of events
    at its time. Whoever sends elsewhere what others have chosen must be able to read it, as for
    events of their own choice: NotPermitted. InvalidInput, NotFound."""
    require(actor, Permission.WEBHOOKS_WRITE)
    given: dict[str, Any] = {"url": url, "event_types": event_types, "description": description}
    values = checked(**{name: value for name, value in given.items() if value is not None})
    require_reading(actor, values.get("event_types", ()))
    endpoint = lock_endpoint(endpoint_id)
    before, url_before = _facts(endpoint), endpoint.url
    if values.get("url", url_before) != url_before:
        require_reading(actor, endpoint.event_types)
    for name, value in values.items():
        setattr(endpoint, name, value)
    after = _facts(endpoint)
    if endpoint.url != url_before or after != before:
        endpoint.save(update_fields=[*values, "updated_at"])
    changed = [name for name in after if after[name] != before[name]]
    if endpoint.url != url_before and "url" not in changed:
        changed.append("url")  # only the query differs, which the log does not show
    if changed:
        record(
            actor=actor,
            action="webhook_endpoint.changed",
            about=endpoint,
            label=str(endpoint),
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
    return endpoint


def disable_endpoint(*, actor: Actor, endpoint_id: str) -> WebhookEndpoint:
    """Nothing is sent any more; what is pending is dropped. StateConflict when it is already."""
    require(actor, Permission.WEBHOOKS_WRITE)
    endpoint = lock_endpoint(endpoint_id)
    if not endpoint.enabled:
        raise StateConflict("already_disabled", _("This endpoint is disabled already."))
    disable(actor=actor, endpoint=endpoint, reason=DisabledReason.BY_HAND)
    return endpoint


def enable_endpoint(*, actor: Actor, endpoint_id: str) -> WebhookEndpoint:
    """It is sent what happens from now on; what it missed is sent by a replay. StateConflict when
    it is enabled."""
    require(actor, Permission.WEBHOOKS_WRITE)
    endpoint = lock_endpoint(endpoint_id)
    if endpoint.enabled:
        raise StateConflict("already_enabled", _("This endpoint is enabled already."))
    before = endpoint.disabled_reason
    endpoint.enable()
    endpoint.save()
    record(
        actor=actor,
        action="webhook_endpoint.enabled",
        about=endpoint,
        label=str(endpoint),
        before={"disabled_reason": before},
    )
    _follow_from_now_on(endpoint)
    return endpoint


def delete_endpoint(*, actor: Actor, endpoint_id: str) -> None:
    """It is there for nobody any more, nor are its deliveries; its secrets are gone at once."""
    require(actor, Permission.WEBHOOKS_WRITE)
    endpoint = lock_endpoint(endpoint_id)
    before, label = _facts(endpoint), str(endpoint)
    endpoint.delete_for_good()
    endpoint.save()
    drop_pending(endpoint)
    record(
        actor=actor,
        action="webhook_endpoint.deleted",
        about=endpoint,
        label=label,
        before=before,
    )


def _follow_from_now_on(endpoint: WebhookEndpoint) -> None:
    """Behind the event of its own making, or enabling. After `record`, which holds the account's
    chain: nothing is written meanwhile that would be left out."""
    endpoint.cursor = newest(endpoint.account_id)
    endpoint.save(update_fields=["cursor"])


def _facts(endpoint: WebhookEndpoint) -> dict[str, Any]:
    """For the log: the address without its query."""
    return {
        "url": endpoint.place,
        "event_types": list(endpoint.event_types),
        "description": endpoint.description,
    }
