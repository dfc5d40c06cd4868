"""Taking the rows of webhooks, in the one order: endpoint, then its deliveries."""

from registrar.errors import NotFound
from registrar.webhooks.models import WebhookEndpoint
from registrar.webhooks.selectors import get_endpoint
from registrar.webhooks.states import EndpointState


def lock_endpoint(endpoint_id: str) -> WebhookEndpoint:
    """The endpoint with this public id, locked. NotFound."""
    return lock_by_pk(get_endpoint(endpoint_id).pk)


def lock_by_pk(pk: int) -> WebhookEndpoint:
    """The endpoint, locked. NotFound when it is deleted."""
    rows = WebhookEndpoint.objects.exclude(state=EndpointState.DELETED)
    endpoint: WebhookEndpoint | None = rows.select_for_update(no_key=True).filter(pk=pk).first()
    if endpoint is None:
        raise NotFound()
    return endpoint
