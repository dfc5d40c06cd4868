"""`/webhook-deliveries`: what was sent, what was answered, and sending it again."""

import datetime as dt
from typing import Any, cast

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView
from registrar.events.api.parameters import TYPES, types_of
from registrar.events.selectors import names_of
from registrar.moments import moment
from registrar.webhooks.models import WebhookDelivery
from registrar.webhooks.models.delivery import PING
from registrar.webhooks.selectors import (
    NEWEST,
    DeliveryFilter,
    attempts_of,
    deliveries,
    get_delivery,
)
from registrar.webhooks.services import replaying
from registrar.webhooks.states import DeliveryState

from .serializers import ReplaySpanInput
from .shapes import WebhookDeliveryDetailShape, WebhookDeliveryShape, WebhookReplayShape

_FILTERS = ("endpoint", "state", "event_type", "object_id", "from", "to")
_PARAMETERS = [
    OpenApiParameter("endpoint", description="id of an endpoint"),
    OpenApiParameter("state", enum=DeliveryState.values),
    OpenApiParameter("event_type", description=TYPES),
    OpenApiParameter("object_id", description="id of the object, or a domain's name"),
    OpenApiParameter("from", description="day or moment, inclusive"),
    OpenApiParameter("to", description="day, inclusive, or moment, exclusive"),
    OpenApiParameter("cursor", description="`next` of the page before"),
    OpenApiParameter("limit", type=int, description="1 to 200"),
]
_MOST_ATTEMPTS = 100


class WebhookDeliveriesView(ApiView):
    scopes = {"GET": Permission.WEBHOOKS_READ}
    problems = {"GET": ("not_found",)}

    @extend_schema(
        summary="Deliveries, newest first",
        description="Kept for 30 days.",
        parameters=_PARAMETERS,
        responses=list_shape(WebhookDeliveryShape),
    )
    def get(self, request: Request) -> Response:
        only(request, *_FILTERS, "cursor", "limit")
        return list_response(
            request,
            deliveries(_filter(request)),
            order=NEWEST,
            shape=lambda row: WebhookDeliveryShape(row).data,
        )


class WebhookDeliveryView(ApiView):
    scopes = {"GET": Permission.WEBHOOKS_READ}

    @extend_schema(summary="One delivery with its attempts", responses=WebhookDeliveryDetailShape)
    def get(self, request: Request, delivery_id: str) -> Response:
        only(request)
        return Response(_detail(get_delivery(delivery_id)))


class ReplayWebhookDeliveryView(ApiView):
    scopes = {"POST": Permission.WEBHOOKS_WRITE}
    problems = {"POST": ("endpoint_disabled", "still_pending")}

    @extend_schema(
        summary="Send one delivery again",
        description="With the same event id, by the whole schedule of attempts.",
        request=None,
        responses={202: WebhookDeliveryShape},
    )
    def post(self, request: Request, delivery_id: str) -> Response:
        only(request)
        no_body(request)
        delivery = replaying.replay_delivery(actor=self.actor, delivery_id=delivery_id)
        return Response(WebhookDeliveryShape(delivery).data, status=202)


class ReplayWebhookSpanView(ApiView):
    scopes = {"POST": Permission.WEBHOOKS_WRITE}
    problems = {"POST": ("endpoint_disabled", "not_found")}

    @extend_schema(
        summary="Send a span of time again",
        description=(
            "What occurred from `from` until before `to` (a day is included) and has come to one"
            " of `states`; `missed` are events that were never sent because the endpoint was"
            " disabled or had not chosen them. Without `states`: `failed`, `dropped` and"
            " `missed`. 5,000 at most."
        ),
        request=ReplaySpanInput,
        responses={202: WebhookReplayShape},
    )
    def post(self, request: Request) -> Response:
        only(request)
        given = read_body(ReplaySpanInput, request)
        count = replaying.replay_span(
            actor=self.actor,
            endpoint_id=given["endpoint"],
            since=_moment(given, "from"),
            until=_moment(given, "to", end=True),
            states=tuple(given.get("states", replaying.USUAL)),
        )
        return Response({"count": count}, status=202)


def _moment(given: dict[str, Any], name: str, *, end: bool = False) -> dt.datetime:
    # Never None: the body's shape refuses empty texts.
    return cast("dt.datetime", moment(given[name], field=name, end=end))


def _filter(request: Request) -> DeliveryFilter:
    asked = request.query_params
    state = one_of(request, "state", DeliveryState.values)
    return DeliveryFilter(
        endpoint=asked.get("endpoint", ""),
        states=[state] if state else [],
        event_types=names_of(types_of(request, "event_type"), besides=(PING,), field="event_type"),
        object_id=asked.get("object_id", "")[:255],
        since=moment(asked.get("from", ""), field="from"),
        until=moment(asked.get("to", ""), field="to", end=True),
    )


def _detail(delivery: WebhookDelivery) -> dict[str, Any]:
    delivery.attempt_list = attempts_of(delivery)[:_MOST_ATTEMPTS]  # type: ignore[attr-defined]
    return dict(WebhookDeliveryDetailShape(delivery).data)
