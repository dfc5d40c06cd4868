"""/webhook-endpoints and /webhook-deliveries: being told instead of asking."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.common import Page
from registrar.client.shapes.webhooks import (
    WebhookDelivery,
    WebhookDeliveryDetail,
    WebhookEndpoint,
    WebhookReplay,
    WebhookSecret,
)

from .base import Resource, given, part

_ENDPOINTS, _DELIVERIES = "/webhook-endpoints", "/webhook-deliveries"


class DeliveryFilter(TypedDict, total=False):
    """`since` and `until` are `from` and `to` of the API; `event_type` names types or families
    (`verification.*`), separated by commas."""

    endpoint: str | None
    state: str | None
    event_type: str | None
    object_id: str | None
    since: str | None
    until: str | None
    limit: int | None


class Webhooks(Resource):
    def list(self, *, limit: int | None = None) -> Iterator[WebhookEndpoint]:
        return self._every(_ENDPOINTS, {"limit": limit})

    def page(self, cursor: str | None = None, *, limit: int | None = None) -> Page[WebhookEndpoint]:
        page = self._page(_ENDPOINTS, {"limit": limit, "cursor": cursor})
        return cast(Page[WebhookEndpoint], page)

    def create(
        self, url: str, *, event_types: Sequence[str], description: str = "", **how: Unpack[How]
    ) -> WebhookSecret:
        """Types, families such as `verification.*`, or `*`. The secret is told this once."""
        body = {"url": url, "event_types": list(event_types), "description": description}
        return cast(WebhookSecret, self._post(_ENDPOINTS, body, how))

    def get(self, endpoint_id: str) -> WebhookEndpoint:
        return cast(WebhookEndpoint, self._get(_endpoint(endpoint_id)))

    def change(
        self,
        endpoint_id: str,
        *,
        url: str | None = None,
        event_types: Sequence[str] | None = None,
        description: str | None = None,
        **how: Unpack[How],
    ) -> WebhookEndpoint:
        body = given(url=url, event_types=event_types, description=description)
        return cast(WebhookEndpoint, self._patch(_endpoint(endpoint_id), body, how))

    def delete(self, endpoint_id: str, **how: Unpack[How]) -> None:
        self._delete(_endpoint(endpoint_id), how)

    def rotate_secret(
        self, endpoint_id: str, *, overlap_hours: int | None = None, **how: Unpack[How]
    ) -> WebhookSecret:
        """A new secret; for so many hours both sign."""
        body = given(overlap_hours=overlap_hours)
        return cast(WebhookSecret, self._post(_endpoint(endpoint_id, "rotate-secret"), body, how))

    def test(self, endpoint_id: str, **how: Unpack[How]) -> WebhookDelivery:
        """Send a `ping`."""
        return cast(WebhookDelivery, self._post(_endpoint(endpoint_id, "test"), {}, how))

    def enable(self, endpoint_id: str, **how: Unpack[How]) -> WebhookEndpoint:
        return cast(WebhookEndpoint, self._post(_endpoint(endpoint_id, "enable"), {}, how))

    def disable(self, endpoint_id: str, **how: Unpack[How]) -> WebhookEndpoint:
        return cast(WebhookEndpoint, self._post(_endpoint(endpoint_id, "disable"), {}, how))

    def deliveries(self, **wanted: Unpack[DeliveryFilter]) -> Iterator[WebhookDelivery]:
        """Newest first; they are kept for 30 days."""
        return self._every(_DELIVERIES, _query(wanted))

    def deliveries_page(
        self, cursor: str | None = None, **wanted: Unpack[DeliveryFilter]
    ) -> Page[WebhookDelivery]:
        page = self._page(_DELIVERIES, {**_query(wanted), "cursor": cursor})
        return cast(Page[WebhookDelivery], page)

    def delivery(self, delivery_id: str) -> WebhookDeliveryDetail:
        """With what was sent and answered."""
        return cast(WebhookDeliveryDetail, self._get(f"{_DELIVERIES}/{part(delivery_id)}"))

    def replay(self, delivery_id: str, **how: Unpack[How]) -> WebhookDelivery:
        """Send it again, with the same event id."""
        path = f"{_DELIVERIES}/{part(delivery_id)}/replay"
        return cast(WebhookDelivery, self._post(path, {}, how))

    def replay_span(
        self,
        endpoint_id: str,
        *,
        since: str,
        until: str,
        states: Sequence[str] | None = None,
        **how: Unpack[How],
    ) -> WebhookReplay:
        """Send again what occurred from `since` until before `until`."""
        body = {"endpoint": endpoint_id, "from": since, "to": until} | given(states=states)
        return cast(WebhookReplay, self._post(f"{_DELIVERIES}/replay", body, how))


def _endpoint(endpoint_id: str, what: str = "") -> str:
    return f"{_ENDPOINTS}/{part(endpoint_id)}{'/' + what if what else ''}"


def _query(wanted: Mapping[str, Any]) -> dict[str, Any]:
    names = {"since": "from", "until": "to"}
    return {names.get(name, name): value for name, value in wanted.items()}
