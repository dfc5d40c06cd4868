"""The answer's shape, for the API document only."""

from rest_framework import serializers

from verification.reverification.rules import Because, Route

from .described import FailureAnswer


class BlockerSerializer(serializers.Serializer):
    code = serializers.CharField()
    message = serializers.CharField()
    until = serializers.DateField(allow_null=True)


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
    recommended = serializers.BooleanField()
    because = serializers.ListField(
        child=serializers.ChoiceField(choices=[code.value for code in Because])
    )
    because_texts = serializers.ListField(child=serializers.CharField())


class ReverificationSerializer(serializers.Serializer):
    domain = serializers.CharField()
    failure = FailureAnswer(allow_null=True)
    failures = serializers.IntegerField()
    routes = RouteSerializer(many=True)
