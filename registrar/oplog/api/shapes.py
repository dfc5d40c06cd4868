"""What the API says about the operation log."""

from rest_framework import serializers

from registrar.oplog.models import LogEntry, Result


class LogActorShape(serializers.Serializer[LogEntry]):
    kind = serializers.CharField(source="actor_kind")
    name = serializers.CharField(source="shown_actor")


class LogObjectShape(serializers.Serializer[LogEntry]):
    type = serializers.CharField(source="object_type")
    id = serializers.CharField(source="object_id")
    label = serializers.CharField(source="object_label")  # type: ignore[assignment]


class OperationLogShape(serializers.Serializer[LogEntry]):
    """`before` and `after` hold what changed, personal data masked."""

    id = serializers.CharField(source="public_id")
    number = serializers.IntegerField()
    occurred_at = serializers.DateTimeField()
    actor = LogActorShape(source="*")
    action = serializers.CharField()
    object = LogObjectShape(source="*")
    result = serializers.ChoiceField(choices=Result.choices)
    reason = serializers.CharField()
    before = serializers.DictField(source="shown_before")
    after = serializers.DictField(source="shown_after")
    ip = serializers.CharField(source="shown_ip")
    request_id = serializers.CharField()
    digest = serializers.CharField()
