"""The answers' shapes for the OpenAPI document; nothing is rendered by them."""

from typing import Any

from rest_framework import serializers

from verification.api.described import ReasonAnswer
from verification.support.states import AuthorKind, RequestState


class SupportMessageAnswer(serializers.Serializer[Any]):
    id = serializers.CharField()
    author = serializers.ChoiceField(AuthorKind.choices)
    author_name = serializers.CharField(allow_null=True, help_text="null for the registrar's.")
    text = serializers.CharField()
    created_at = serializers.DateTimeField()


class SupportRequestAnswer(serializers.Serializer[Any]):
    id = serializers.CharField()
    state = serializers.ChoiceField(RequestState.choices)
    subject = serializers.CharField()
    verification = serializers.CharField(allow_null=True)
    operation = serializers.CharField(allow_null=True)
    domain = serializers.CharField(allow_null=True)
    reason = serializers.CharField(allow_null=True)
    contact_ok = serializers.BooleanField()
    opened_by = serializers.CharField()
    created_at = serializers.DateTimeField()
    last_activity_at = serializers.DateTimeField()
    first_answered_at = serializers.DateTimeField(allow_null=True)
    closed_at = serializers.DateTimeField(allow_null=True)
    closed_by = serializers.ChoiceField(AuthorKind.choices, allow_null=True)


class SupportRequestListAnswer(serializers.Serializer[Any]):
    items = SupportRequestAnswer(many=True)
    next = serializers.CharField(allow_null=True)


class AttachedAttemptAnswer(serializers.Serializer[Any]):
    kind = serializers.CharField(help_text="`verification`, or an operation's kind.")
    id = serializers.CharField()
    attempt = serializers.IntegerField(allow_null=True)
    state = serializers.CharField()
    stage = serializers.CharField()
    began = serializers.DateTimeField()
    ended = serializers.DateTimeField(allow_null=True)
    reasons = serializers.ListField(child=serializers.CharField())
    messages = serializers.ListField(child=serializers.CharField())


class AttachedAnswer(serializers.Serializer[Any]):
    version = serializers.IntegerField()
    language = serializers.CharField()
    messages = serializers.ListField(child=serializers.CharField())
    unknown = serializers.ListField(child=serializers.CharField())
    note = serializers.CharField()
    reasons = ReasonAnswer(many=True)
    submission = serializers.DictField(allow_null=True, help_text="The number masked.")
    operation = serializers.DictField(allow_null=True)
    domain = serializers.DictField(allow_null=True)
    attempts = AttachedAttemptAnswer(many=True)


class SupportRequestDetailAnswer(SupportRequestAnswer):
    messages = SupportMessageAnswer(many=True)
    attached = AttachedAnswer(help_text="What was known when the request was opened.")
