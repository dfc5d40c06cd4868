"""The answers' shapes for the OpenAPI document; nothing is rendered by them."""

from typing import Any

from rest_framework import serializers

from templates_app.models import HolderType
from verification.catalogue.model import GROUPS, LINK_KEYS, NEXT_STEPS
from verification.diagnosis.questions import ANSWER_KINDS
from verification.models.material import MaterialKind, MaterialState
from verification.picture_states import ReadingState
from verification.states import SHOWN_STATES, FailureStage

from .more_shapes import MoreAnswer


class MaterialAnswer(serializers.Serializer[Any]):
    id = serializers.CharField()
    kind = serializers.ChoiceField(MaterialKind.choices)
    format = serializers.CharField()
    bytes = serializers.IntegerField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    sha256 = serializers.CharField()
    state = serializers.ChoiceField(MaterialState.choices)
    reading = serializers.ChoiceField(
        ReadingState.choices,
        allow_null=True,
        help_text="How far it has been read; null where nobody reads it.",
    )
    created_at = serializers.DateTimeField()


class StepLinkAnswer(serializers.Serializer[Any]):
    key = serializers.ChoiceField([*sorted(LINK_KEYS), "external"])
    url = serializers.CharField(
        help_text="Address of the console's page, or of another site; empty where none fits."
    )
    label = serializers.CharField()  # type: ignore[assignment] # the metaclass takes fields away


class StepPictureAnswer(serializers.Serializer[Any]):
    key = serializers.CharField()
    url = serializers.CharField()
    alt = serializers.CharField()


class StepAnswer(serializers.Serializer[Any]):
    who = serializers.ChoiceField(["you", "registrar", "authority"])
    text = serializers.CharField()
    link = StepLinkAnswer(allow_null=True)
    picture = StepPictureAnswer(allow_null=True)


class SafeFromAnswer(serializers.Serializer[Any]):
    date = serializers.DateField()
    provisional = serializers.BooleanField(help_text="Holidays on the way aren't announced yet.")


class EvidenceAnswer(serializers.Serializer[Any]):
    kind = serializers.CharField(help_text="More kinds may be added.")
    params = serializers.DictField(help_text="Positions count from 1.")


class QuestionAnswer(serializers.Serializer[Any]):
    key = serializers.CharField()
    kind = serializers.ChoiceField(ANSWER_KINDS)
    text = serializers.CharField()
    open_ended = serializers.BooleanField(help_text="`none` means: no end date.")


class CauseAnswer(serializers.Serializer[Any]):
    code = serializers.CharField()
    verdict = serializers.ChoiceField(["confirmed", "ruled_out", "unknown"])
    title = serializers.CharField()
    evidence = serializers.CharField(help_text="Why, in words; may be empty.")
    evidence_data = EvidenceAnswer(many=True)
    fix = serializers.CharField()
    field = serializers.CharField(allow_null=True, help_text="The field that it is about.")
    fix_url = serializers.CharField(help_text="The console's page with that field; may be empty.")
    question = QuestionAnswer(allow_null=True)
    answer = serializers.CharField(allow_null=True)
    safe_from = SafeFromAnswer(allow_null=True)


class ReasonAnswer(serializers.Serializer[Any]):
    code = serializers.CharField()
    title = serializers.CharField()
    summary = serializers.CharField()
    next = serializers.ChoiceField(sorted(NEXT_STEPS))
    target = serializers.CharField()
    guidance = StepAnswer(many=True)
    prepare = serializers.ListField(child=serializers.CharField())
    causes = CauseAnswer(many=True)


class CatalogueReasonAnswer(ReasonAnswer):
    group = serializers.ChoiceField(sorted(GROUPS))
    messages = serializers.ListField(
        child=serializers.CharField(), help_text="Word for word, in Chinese."
    )
    source = serializers.CharField()  # type: ignore[assignment] # likewise


class ReasonListAnswer(serializers.Serializer[Any]):
    items = CatalogueReasonAnswer(many=True)
    next = serializers.CharField(allow_null=True)


class MatchAnswer(serializers.Serializer[Any]):
    code = serializers.CharField()
    confidence = serializers.FloatField()


class ClassificationAnswer(serializers.Serializer[Any]):
    reasons = MatchAnswer(many=True)
    unknown = serializers.BooleanField()
    leftover = serializers.ListField(child=serializers.CharField())


class ReasonPlaceAnswer(serializers.Serializer[Any]):
    picture = serializers.CharField(allow_null=True, help_text="A material's id.")
    field = serializers.CharField(allow_null=True, help_text="The field that it is about.")
    text = serializers.CharField(help_text="In words. In lists a picture has no number.")
    fix_url = serializers.CharField(
        help_text="The console's page where it is mended; may be empty."
    )


class FailedReasonAnswer(ReasonAnswer):
    places = ReasonPlaceAnswer(
        many=True, help_text="Where the reviewer saw it; empty where it is about the whole."
    )


class FailureAnswer(serializers.Serializer[Any]):
    stage = serializers.ChoiceField(FailureStage.choices)
    raw_messages = serializers.ListField(child=serializers.CharField())
    reasons = FailedReasonAnswer(many=True)
    unknown = serializers.ListField(child=serializers.CharField())
    guidance = StepAnswer(many=True)
    note = serializers.CharField()
    safe_from = SafeFromAnswer(allow_null=True)


class VerificationAnswer(serializers.Serializer[Any]):
    id = serializers.CharField()
    template = serializers.CharField(allow_null=True)
    domain = serializers.CharField(allow_null=True)
    attempt = serializers.IntegerField()
    state = serializers.ChoiceField([(one.value, one.label) for one in SHOWN_STATES])
    profile = serializers.CharField()
    holder_type = serializers.ChoiceField(HolderType.choices)
    holder_name = serializers.CharField()
    document_type = serializers.CharField()
    document_number = serializers.CharField(help_text="Masked.")
    materials = serializers.ListField(child=serializers.CharField())
    confirmed_warnings = serializers.ListField(child=serializers.CharField())
    submitted_at = serializers.DateTimeField(allow_null=True)
    expected_on = serializers.DateField(allow_null=True)
    expected_provisional = serializers.BooleanField()
    sent_at = serializers.DateTimeField(allow_null=True)
    received_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    more = MoreAnswer(allow_null=True, help_text="What a reviewer asks for, while it waits.")
    failure = FailureAnswer(allow_null=True)


class VerificationListAnswer(serializers.Serializer[Any]):
    items = VerificationAnswer(many=True)
    next = serializers.CharField(allow_null=True)
