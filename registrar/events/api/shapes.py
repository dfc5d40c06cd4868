"""What the API says about events; webhooks carry the same."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from registrar.events.event_type import EventType
from registrar.events.models import Event
from registrar.tenancy.actor import ActorKind


class EventObjectShape(serializers.Serializer[Event]):
    type = serializers.CharField(source="object_type")
    id = serializers.CharField(source="object_id", help_text="public id; of a domain its name")


class EventActorShape(serializers.Serializer[Event]):
    kind = serializers.ChoiceField(
        source="actor_kind", choices=[kind.value for kind in ActorKind], help_text="who changed it"
    )


class EventShape(serializers.Serializer[Event]):
    """`data` holds ids and codes as they were at that moment; its shape hangs on `type`."""

    id = serializers.CharField(source="public_id")
    type = serializers.CharField()
    number = serializers.IntegerField(
        help_text="number of the entry in the operation log; grows with time within an account"
    )
    occurred_at = serializers.DateTimeField()
    object = EventObjectShape(source="*")
    actor = EventActorShape(source="*")
    data = serializers.DictField()  # type: ignore[assignment]


class EventTypeShape(serializers.Serializer[EventType]):
    """`scope` is what a key needs besides `events:read` to be told of it."""

    type = serializers.CharField(source="name")
    title = serializers.CharField()
    description = serializers.CharField()
    object_type = serializers.CharField()
    scope = serializers.CharField()
    schema = serializers.SerializerMethodField(help_text="JSON schema of `data`")
    example = serializers.DictField(help_text="an example of `data`")

    @extend_schema_field(serializers.DictField())
    def get_schema(self, kind: EventType) -> dict[str, Any]:
        return kind.schema


def event_shape(event: Event) -> dict[str, Any]:
    """One event as JSON values, the same in every answer and delivery."""
    return dict(EventShape().to_representation(event))
