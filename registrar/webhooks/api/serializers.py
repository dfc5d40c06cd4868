"""The API's inputs: names, types and rough lengths only; the rules live in the services."""

from rest_framework import serializers

from registrar.api.bodies import StrictIntegerField, StrictSerializer, StrictTextField
from registrar.webhooks.services.replaying import REPLAYED_STATES

_MOST_HOURS = 7 * 24


class WebhookEndpointInput(StrictSerializer):
    url = StrictTextField()
    event_types = serializers.ListField(
        child=StrictTextField(),
        help_text="Types such as `verification.passed`, families such as `verification.*`, or `*`.",
    )
    description = StrictTextField(required=False, default="", allow_blank=True)


class WebhookEndpointChangeInput(StrictSerializer):
    url = StrictTextField(required=False)
    event_types = serializers.ListField(child=StrictTextField(), required=False)
    description = StrictTextField(required=False, allow_blank=True)


class RotateSecretInput(StrictSerializer):
    overlap_hours = StrictIntegerField(
        required=False,
        default=24,
        min_value=0,
        max_value=_MOST_HOURS,
        help_text="So long both secrets sign; 0 ends the old one at once.",
    )


class ReplaySpanInput(StrictSerializer):
    endpoint = StrictTextField(max_length=64)
    since = StrictTextField(max_length=40)
    until = StrictTextField(max_length=40)
    states = serializers.ListField(
        child=serializers.ChoiceField(REPLAYED_STATES), required=False, allow_empty=False
    )

    def get_fields(self) -> dict[str, serializers.Field]:
        # `from` is a word of Python's.
        fields = super().get_fields()
        named = {"since": "from", "until": "to"}
        return {named.get(name, name): field for name, field in fields.items()}
