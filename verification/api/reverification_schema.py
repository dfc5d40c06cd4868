"""The answer's shape, for the API document only."""

from rest_framework import serializers

from verification.reverification.alternatives import Other
from verification.reverification.rules import Because, Route

from .described import FailureAnswer
from .waiting_schema import BlockerSerializer, ReminderSerializer, UnchangedSerializer

# What the words of `because` mean, for whoever writes a program by them.
_BECAUSE_HELP = """Why it is recommended, or what speaks for or against it:
`usable_template_same_holder`, `usable_template` (another holder's), `no_usable_template`,
`no_template_of_this_holder`: which verified templates there are;
`holder_must_change`: this holder or document can't pass, see `alternatives`;
`refused_before`: the registry refused the latest change, which was to this template;
`holder_name_wrong`: the diagnosis is sure that the holder's name is wrong;
`reason_is_wait`: a new document has to wait until `safe_from`;
`safe_day_reached`: that day has come; `nothing_wrong`: the same may go in again as it was;
`reason_needs_support`, `failed_repeatedly`, `other_route_blocked`, `faster`."""


class UsableTemplateSerializer(serializers.Serializer):
    id = serializers.CharField()
    name = serializers.CharField()
    name_en = serializers.CharField()
    registrant_type = serializers.ChoiceField(choices=["individual", "organization"])
    document_type = serializers.CharField()
    document_number = serializers.CharField(help_text="Masked.")
    contact_name = serializers.CharField()
    same_holder = serializers.BooleanField()


class RouteSerializer(serializers.Serializer):
    route = serializers.ChoiceField(choices=[route.value for route in Route])
    available = serializers.BooleanField()
    blocked_by = serializers.ListField(child=serializers.CharField())
    blockers = BlockerSerializer(many=True)
    templates = UsableTemplateSerializer(many=True)
    expected_on = serializers.DateField()
    expected_provisional = serializers.BooleanField()
    safe_from = serializers.DateField(
        allow_null=True, help_text="The day from which on it is advised; null for at once."
    )
    safe_provisional = serializers.BooleanField()
    reminder = ReminderSerializer(allow_null=True)
    unchanged = UnchangedSerializer(
        allow_null=True, help_text="Whether the same may go in again as it was; route two only."
    )
    recommended = serializers.BooleanField()
    because = serializers.ListField(
        child=serializers.ChoiceField(choices=[code.value for code in Because]),
        help_text=_BECAUSE_HELP,
    )
    because_texts = serializers.ListField(child=serializers.CharField())


class AlternativeSerializer(serializers.Serializer):
    reason = serializers.CharField(help_text="The failure reason that asks for it.")
    other = serializers.ChoiceField(choices=[other.value for other in Other])
    text = serializers.CharField()


class ReverificationSerializer(serializers.Serializer):
    domain = serializers.CharField()
    failure = FailureAnswer(allow_null=True)
    failures = serializers.IntegerField()
    alternatives = AlternativeSerializer(
        many=True, help_text="What else would do where this holder or document can't pass."
    )
    routes = RouteSerializer(many=True)
