"""The API's inputs: names, types and lengths only; the rules live in the services."""

from rest_framework import serializers

from registrar.api.bodies import StrictBooleanField, StrictSerializer, StrictTextField
from templates_app.models import HolderType
from verification.materials_rules import PROFILES
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
    warnings_seen = StrictTextField(required=False, max_length=64)


class TypedFormInput(StrictSerializer):
    """A holder typed in full, beside the document."""

    registrant_type = serializers.ChoiceField(HolderType.choices)
    name = StrictTextField(max_length=128, trim_whitespace=False)
    issued_on = serializers.DateField(required=False, allow_null=True, default=None)
    expires_on = serializers.DateField(required=False, allow_null=True, default=None)


class CheckedFormInput(StrictSerializer):
    """A form that stands alone, and the authority to check it for: what files are checked by."""

    form = TypedFormInput()
    document_type = StrictTextField(max_length=8)
    document_number = StrictTextField(max_length=64, trim_whitespace=False)
    profile = serializers.ChoiceField(sorted(PROFILES), required=False)
    # A whole body may be kept as a file: the files stand for these.
    materials = serializers.ListField(required=False)


class PrecheckInput(StrictSerializer):
    template = StrictTextField(required=False, max_length=_ID_LENGTH)
    domain = StrictTextField(required=False, max_length=253)
    form = TypedFormInput(required=False)
    document_type = StrictTextField(required=False, default="", max_length=8)
    document_number = StrictTextField(
        required=False, default="", max_length=64, trim_whitespace=False
    )
    materials = serializers.ListField(child=StrictTextField(max_length=_ID_LENGTH), max_length=20)
    profile = serializers.ChoiceField(sorted(PROFILES), required=False)


class ResubmitInput(StrictSerializer):
    anyway = StrictBooleanField(default=False)
    confirmed_warnings = serializers.ListField(
        child=StrictTextField(max_length=40), max_length=50, default=list
    )


class OneAnswerInput(StrictSerializer):
    item = StrictTextField(max_length=_ID_LENGTH)
    material = StrictTextField(required=False, max_length=_ID_LENGTH)
    text = StrictTextField(required=False, max_length=1000)


class MoreInput(StrictSerializer):
    answers = serializers.ListField(child=OneAnswerInput(), max_length=20)
    confirmed_warnings = serializers.ListField(
        child=StrictTextField(max_length=40), max_length=50, default=list
    )
    warnings_seen = StrictTextField(required=False, max_length=64)


class ReminderInput(StrictSerializer):
    issued_on = serializers.DateField(required=False, allow_null=True, default=None)


class AnswerInput(StrictSerializer):
    code = StrictTextField(max_length=40)
    value = StrictTextField(max_length=10, allow_blank=True)


class ClassifyInput(StrictSerializer):
    message = StrictTextField(max_length=4000)
    authority = StrictTextField(required=False, max_length=32)
