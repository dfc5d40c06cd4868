"""The API's inputs: names, types and lengths only; the rules live in the services."""

from rest_framework import serializers

from registrar.api.bodies import StrictSerializer, StrictTextField
from verification.models.material import MaterialKind

_ID_LENGTH = 64


class MaterialInput(StrictSerializer):
    file = serializers.FileField(allow_empty_file=True)
    kind = serializers.ChoiceField(MaterialKind.choices, default=MaterialKind.IDENTITY_DOCUMENT)


class VerificationInput(StrictSerializer):
    template = StrictTextField(required=False, max_length=_ID_LENGTH)
    domain = StrictTextField(required=False, max_length=253)
    document_type = StrictTextField(required=False, default="", max_length=8)
    document_number = StrictTextField(
        required=False, default="", max_length=64, trim_whitespace=False
    )
    materials = serializers.ListField(child=StrictTextField(max_length=_ID_LENGTH), max_length=20)
    confirmed_warnings = serializers.ListField(
        child=StrictTextField(max_length=40), max_length=50, default=list
    )


class ResubmitInput(StrictSerializer):
    anyway = serializers.BooleanField(default=False)
    confirmed_warnings = serializers.ListField(
        child=StrictTextField(max_length=40), max_length=50, default=list
    )


class ReminderInput(StrictSerializer):
    issued_on = serializers.DateField(required=False, allow_null=True, default=None)


class AnswerInput(StrictSerializer):
    code = StrictTextField(max_length=40)
    value = StrictTextField(max_length=10, allow_blank=True)


class ClassifyInput(StrictSerializer):
    message = StrictTextField(max_length=4000)
    authority = StrictTextField(required=False, max_length=32)
