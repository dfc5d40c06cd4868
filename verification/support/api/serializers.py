"""The API's inputs: names, types and rough lengths only; the rules live in the services."""

from rest_framework import serializers

from registrar.api.bodies import StrictSerializer, StrictTextField
from verification.support.rules import MAX_MESSAGE, MAX_SUBJECT, MAX_TEXT

_ID_LENGTH = 64


class SupportRequestInput(StrictSerializer):
    text = StrictTextField(max_length=MAX_TEXT)
    subject = StrictTextField(required=False, default="", allow_blank=True, max_length=MAX_SUBJECT)
    verification = StrictTextField(required=False, max_length=_ID_LENGTH)
    operation = StrictTextField(required=False, max_length=_ID_LENGTH)
    domain = StrictTextField(required=False, max_length=253)
    reason = StrictTextField(required=False, max_length=40)
    message = StrictTextField(required=False, default="", allow_blank=True, max_length=MAX_MESSAGE)
    contact_ok = serializers.BooleanField(required=False, default=False)


class SupportMessageInput(StrictSerializer):
    text = StrictTextField(max_length=MAX_TEXT)


class ReopenInput(StrictSerializer):
    text = StrictTextField(required=False, default="", allow_blank=True, max_length=MAX_TEXT)
