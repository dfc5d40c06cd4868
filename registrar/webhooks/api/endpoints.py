"""`/webhook-endpoints`: where events are sent."""

import datetime as dt

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.webhooks import selectors
from registrar.webhooks.services import endpoints, secrets, testing

from .serializers import (
    RotateSecretInput,
    WebhookEndpointChangeInput,
    WebhookEndpointInput,
)
from .shapes import WebhookDeliveryShape, WebhookEndpointShape, WebhookSecretShape

_READ, _WRITE = Permission.WEBHOOKS_READ, Permission.WEBHOOKS_WRITE
_PAGE = [OpenApiParameter("cursor"), OpenApiParameter("limit", int)]


class WebhookEndpointsView(ApiView):
    scopes = {"GET": _READ, "POST": _WRITE}
    problems = {"POST": ("too_many_endpoints",)}

    @extend_schema(
        summary="Webhook endpoints, newest first",
        parameters=_PAGE,
        responses=list_shape(WebhookEndpointShape),
    )
    def get(self, request: Request) -> Response:
        only(request, "cursor", "limit")
        return list_response(
            request,
            selectors.endpoints(),
            order=selectors.NEWEST,
            shape=lambda row: WebhookEndpointShape(row).data,
        )

    @extend_schema(
        summary="Set an endpoint up",
        description=(
            "It is sent what happens from now on; 20 in an account at most. The answer holds the"
            " secret that signs, which no other answer does. The key needs the scope of every kind"
            " of event that it chooses."
        ),
        request=WebhookEndpointInput,
        responses={201: WebhookSecretShape},
    )
    def post(self, request: Request) -> Response:
        only(request)
        given = read_body(WebhookEndpointInput, request)
        endpoint = endpoints.create_endpoint(actor=self.actor, **given)
        return Response(WebhookSecretShape(endpoint).data, status=201)


class WebhookEndpointView(ApiView):
    scopes = {"GET": _READ, "PATCH": _WRITE, "DELETE": _WRITE}

    @extend_schema(summary="One endpoint", responses=WebhookEndpointShape)
    def get(self, request: Request, endpoint_id: str) -> Response:
        only(request)
        return Response(WebhookEndpointShape(selectors.get_endpoint(endpoint_id)).data)

    @extend_schema(
        summary="Change address, events or description",
        description="What is pending goes to the new address.",
        request=WebhookEndpointChangeInput,
        responses=WebhookEndpointShape,
    )
    def patch(self, request: Request, endpoint_id: str) -> Response:
        only(request)
        given = read_body(WebhookEndpointChangeInput, request)
        endpoint = endpoints.change_endpoint(actor=self.actor, endpoint_id=endpoint_id, **given)
        return Response(WebhookEndpointShape(endpoint).data)

    @extend_schema(
        summary="Delete it",
        description="With what is pending and with its delivery log.",
        request=None,
        responses={204: None},
    )
    def delete(self, request: Request, endpoint_id: str) -> Response:
        only(request)
        no_body(request)
        endpoints.delete_endpoint(actor=self.actor, endpoint_id=endpoint_id)
        return Response(status=204)


class RotateWebhookSecretView(ApiView):
    scopes = {"POST": _WRITE}

    @extend_schema(
        summary="Replace the secret",
        description="Both secrets sign for `overlap_hours`: a receiver may verify with either.",
        request=RotateSecretInput,
        responses=WebhookSecretShape,
    )
    def post(self, request: Request, endpoint_id: str) -> Response:
        only(request)
        given = read_body(RotateSecretInput, request)
        endpoint = secrets.rotate_secret(
            actor=self.actor,
            endpoint_id=endpoint_id,
            overlap=dt.timedelta(hours=given["overlap_hours"]),
        )
        return Response(WebhookSecretShape(endpoint).data)


class TestWebhookView(ApiView):
    scopes = {"POST": _WRITE}

    @extend_schema(
        summary="Send a test",
        description="A `ping`, once, to a disabled endpoint too. Read the delivery for its answer.",
        request=None,
        responses={202: WebhookDeliveryShape},
    )
    def post(self, request: Request, endpoint_id: str) -> Response:
        only(request)
        no_body(request)
        delivery = testing.send_test(actor=self.actor, endpoint_id=endpoint_id)
        return Response(WebhookDeliveryShape(delivery).data, status=202)


class EnableWebhookView(ApiView):
    scopes = {"POST": _WRITE}
    problems = {"POST": ("already_enabled",)}

    @extend_schema(
        summary="Enable it again",
        description="What it missed is sent by a replay with the state `missed`.",
        request=None,
        responses=WebhookEndpointShape,
    )
    def post(self, request: Request, endpoint_id: str) -> Response:
        only(request)
        no_body(request)
        endpoint = endpoints.enable_endpoint(actor=self.actor, endpoint_id=endpoint_id)
        return Response(WebhookEndpointShape(endpoint).data)


class DisableWebhookView(ApiView):
    scopes = {"POST": _WRITE}
    problems = {"POST": ("already_disabled",)}

    @extend_schema(
        summary="Disable it",
        description="What is pending is dropped, and can be replayed later.",
        request=None,
        responses=WebhookEndpointShape,
    )
    def post(self, request: Request, endpoint_id: str) -> Response:
        only(request)
        no_body(request)
        endpoint = endpoints.disable_endpoint(actor=self.actor, endpoint_id=endpoint_id)
        return Response(WebhookEndpointShape(endpoint).data)
