"""The pre-check's answers for the OpenAPI document; nothing is rendered by them."""

from typing import Any

from rest_framework import serializers

from verification.materials_rules import PROFILES
from verification.repairing.changes import Change

from .described import EvidenceAnswer

_LEVELS = [("block", "block"), ("warn", "warn"), ("info", "info")]


class BoxAnswer(serializers.Serializer[Any]):
    """Fractions of the upright picture's width and height from its top left."""

    left = serializers.FloatField()
    top = serializers.FloatField()
    right = serializers.FloatField()
    bottom = serializers.FloatField()


class PlaceAnswer(serializers.Serializer[Any]):
    picture = serializers.CharField(help_text="The material's id.")
    box = BoxAnswer(allow_null=True, help_text="null: the whole picture.")


class FindingAnswer(serializers.Serializer[Any]):
    code = serializers.CharField(help_text="More codes may be added.")
    level = serializers.ChoiceField(
        _LEVELS, help_text="`block`: refused. `warn`: to be confirmed. `info`: told only."
    )
    field = serializers.CharField(help_text="The form's field that it is about.")
    sure = serializers.BooleanField(help_text="What is not sure never blocks.")
    title = serializers.CharField()
    message = serializers.CharField()
    evidence = serializers.CharField(help_text="Why, in words; may be empty.")
    evidence_data = EvidenceAnswer(many=True)
    fix = serializers.CharField()
    retake = serializers.CharField(
        allow_null=True, help_text="How to take the picture again, where only that helps."
    )
    places = PlaceAnswer(many=True)


class ReadValueAnswer(serializers.Serializer[Any]):
    text = serializers.CharField(help_text="Dates are ISO 8601, or `long_term`.")
    confidence = serializers.FloatField(min_value=0, max_value=1)
    picture = serializers.CharField()
    box = BoxAnswer(allow_null=True)


class ReadAnswer(serializers.Serializer[Any]):
    """What was read most surely; a value that was not read is absent."""

    document_type = ReadValueAnswer(required=False)
    document_number = ReadValueAnswer(required=False)
    name = ReadValueAnswer(required=False)
    name_latin = ReadValueAnswer(required=False)
    legal_representative = ReadValueAnswer(required=False)
    issued_on = ReadValueAnswer(required=False)
    expires_on = ReadValueAnswer(required=False)
    address = ReadValueAnswer(required=False)
    serial = ReadValueAnswer(required=False)
    registration_number = ReadValueAnswer(required=False)
    born_on = ReadValueAnswer(required=False)
    sex = ReadValueAnswer(required=False)
    country = ReadValueAnswer(required=False)


class ChangeAnswer(serializers.Serializer[Any]):
    code = serializers.ChoiceField([(str(one), str(one)) for one in Change])
    message = serializers.CharField()


class MendedAnswer(serializers.Serializer[Any]):
    """The picture as the authority gets it; the original stays as it is."""

    picture = serializers.CharField()
    changes = ChangeAnswer(many=True)
    format = serializers.CharField()
    bytes = serializers.IntegerField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class PrecheckAnswer(serializers.Serializer[Any]):
    status = serializers.ChoiceField([("done", "done"), ("pending", "pending")])
    profile = serializers.ChoiceField([(code, code) for code in sorted(PROFILES)])
    ready = serializers.BooleanField(help_text="Nothing blocks; false while it is pending.")
    findings = FindingAnswer(many=True)
    read = ReadAnswer(
        allow_null=True, help_text="null without `materials:read`, and while it is pending."
    )
    mended = MendedAnswer(many=True)
    warnings_seen = serializers.CharField(
        allow_null=True,
        help_text=(
            "To be sent with `confirmed_warnings`: names the warnings as they are told here. "
            "null for a form that stands alone, and while it is pending."
        ),
    )


class PendingPrecheckAnswer(PrecheckAnswer):
    id = serializers.CharField()
    poll = serializers.CharField(help_text="Where to ask again; also in `Location`.")
