"""What the API says about webhooks."""

from typing import Any

from rest_framework import serializers

from registrar.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from registrar.webhooks.states import SHOWN_STATES, DeliveryState


def _or_none(value: str) -> str | None:
    return value or None


class WebhookEndpointShape(serializers.Serializer[WebhookEndpoint]):
    id = serializers.CharField(source="public_id")
    url = serializers.CharField()
    description = serializers.CharField(allow_blank=True)
    event_types = serializers.ListField(child=serializers.CharField())
    state = serializers.ChoiceField(SHOWN_STATES)
    disabled_reason = serializers.SerializerMethodField()
    disabled_at = serializers.DateTimeField(allow_null=True)
    failing_since = serializers.DateTimeField(
        allow_null=True, help_text="Since when no attempt has been taken; null: the last one was."
    )
    previous_secret_valid_until = serializers.DateTimeField(
        source="previous_until", allow_null=True, help_text="Until when two secrets sign."
    )
    created_at = serializers.DateTimeField()

    def get_disabled_reason(self, row: WebhookEndpoint) -> str | None:
        return _or_none(row.disabled_reason)


class WebhookSecretShape(WebhookEndpointShape):
    """With the secret: only in answers to who has made or replaced it."""

    secret = serializers.CharField(help_text="`whsec_…`; keep it, it is not told again.")


class WebhookDeliveryShape(serializers.Serializer[WebhookDelivery]):
    id = serializers.CharField(source="public_id")
    endpoint = serializers.CharField(source="endpoint.public_id")
    event = serializers.CharField(source="event_id", help_text="Sent as `webhook-id`.")
    event_type = serializers.CharField()
    object_type = serializers.CharField()
    object_id = serializers.CharField()
    occurred_at = serializers.DateTimeField()
    state = serializers.ChoiceField(DeliveryState.choices)
    attempts = serializers.IntegerField()
    last_status = serializers.IntegerField(allow_null=True)
    last_trouble = serializers.SerializerMethodField()
    next_attempt_at = serializers.DateTimeField(source="due_at", allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()

    def get_last_trouble(self, row: WebhookDelivery) -> str | None:
        return _or_none(row.last_trouble)


class WebhookAttemptShape(serializers.Serializer[WebhookAttempt]):
    number = serializers.IntegerField()
    at = serializers.DateTimeField()
    milliseconds = serializers.IntegerField(allow_null=True)
    trouble = serializers.SerializerMethodField()
    request_headers = serializers.DictField(child=serializers.CharField())
    status = serializers.IntegerField(allow_null=True)
    response_headers = serializers.DictField(child=serializers.CharField())
    response_body = serializers.CharField(help_text="The first 4 KB.")

    def get_trouble(self, row: WebhookAttempt) -> str | None:
        return _or_none(row.trouble)


class WebhookDeliveryDetailShape(WebhookDeliveryShape):
    """With what was sent and answered."""

    request_body = serializers.CharField(source="body")
    attempt_list = WebhookAttemptShape(many=True, help_text="The newest first; 100 at most.")


class WebhookReplayShape(serializers.Serializer[Any]):
    count = serializers.IntegerField(help_text="How many deliveries were begun again.")
