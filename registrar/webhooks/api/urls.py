from django.urls import path

from .deliveries import (
    ReplayWebhookDeliveryView,
    ReplayWebhookSpanView,
    WebhookDeliveriesView,
    WebhookDeliveryView,
)
from .endpoints import (
    DisableWebhookView,
    EnableWebhookView,
    RotateWebhookSecretView,
    TestWebhookView,
    WebhookEndpointsView,
    WebhookEndpointView,
)

_endpoint = "webhook-endpoints/<str:endpoint_id>"
_delivery = "webhook-deliveries/<str:delivery_id>"

urlpatterns = [
    path("webhook-endpoints", WebhookEndpointsView.as_view()),
    path(_endpoint, WebhookEndpointView.as_view()),
    path(f"{_endpoint}/rotate-secret", RotateWebhookSecretView.as_view()),
    path(f"{_endpoint}/test", TestWebhookView.as_view()),
    path(f"{_endpoint}/enable", EnableWebhookView.as_view()),
    path(f"{_endpoint}/disable", DisableWebhookView.as_view()),
    path("webhook-deliveries", WebhookDeliveriesView.as_view()),
    path("webhook-deliveries/replay", ReplayWebhookSpanView.as_view()),
    path(_delivery, WebhookDeliveryView.as_view()),
    path(f"{_delivery}/replay", ReplayWebhookDeliveryView.as_view()),
]
