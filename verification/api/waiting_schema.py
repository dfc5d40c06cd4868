"""The answers' shapes of waiting, for the API document only."""

from rest_framework import serializers

from verification.waiting.states import ReminderState


class BlockerSerializer(serializers.Serializer):
    code = serializers.CharField()
    message = serializers.CharField()
    until = serializers.DateField(allow_null=True)


class ReminderSerializer(serializers.Serializer):
    id = serializers.CharField()
    state = serializers.ChoiceField(ReminderState.choices)
    issued_on = serializers.DateField(
        allow_null=True, help_text="Null: not known, counted from the day of the submission."
    )
    due_on = serializers.DateField(help_text="The first safe day.")
    provisional = serializers.BooleanField()


class ListedReminderSerializer(ReminderSerializer):
    verification = serializers.CharField(help_text="The failed submission.")
    template = serializers.CharField(allow_null=True)
    domain = serializers.CharField(allow_null=True)


class UnchangedSerializer(serializers.Serializer):
    available = serializers.BooleanField(help_text="POST /verifications/{id}/resubmit works today.")
    may_insist = serializers.BooleanField(
        help_text="Only the safe day is missing: it works with `anyway`."
    )
    blocked_by = serializers.ListField(
        child=serializers.CharField(),
        help_text="`too_early`, `correction_needed`, `reason_unknown`, `holder_must_change`,"
        " `support_first`, `materials_gone`, `superseded`, `not_failed`, or an operation gate.",
    )
    blockers = BlockerSerializer(many=True)
    submission = serializers.CharField(help_text="The failed one.")


class WaitingSerializer(serializers.Serializer):
    safe_from = serializers.DateField(
        allow_null=True, help_text="The first safe day; null where no document has to wait."
    )
    safe_provisional = serializers.BooleanField()
    counted_from = serializers.DateField()
    issue_date_known = serializers.BooleanField()
    reminder = ReminderSerializer(allow_null=True)
    unchanged = UnchangedSerializer()
