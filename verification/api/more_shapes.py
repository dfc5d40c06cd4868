"""What a reviewer asks for, as the API shows it."""

from typing import Any

from rest_framework import serializers

from verification.asking.items import ITEMS, AnswerKind
from verification.asking.shown import Point, asked_of
from verification.models import Submission
from verification.models.material import MaterialKind


class MoreItemAnswer(serializers.Serializer[Any]):
    id = serializers.CharField()
    what = serializers.ChoiceField(sorted(ITEMS))
    title = serializers.CharField()
    hint = serializers.CharField(help_text="How to get it right.")
    detail = serializers.CharField(help_text="In the reviewer's own words; may be empty.")
    about = serializers.CharField(
        allow_null=True, help_text="The picture that it is about: a material's id."
    )
    answer_kind = serializers.ChoiceField([kind.value for kind in AnswerKind])
    material_kind = serializers.ChoiceField(
        MaterialKind.choices, allow_null=True, help_text="As what the picture is uploaded."
    )


class MoreAnswer(serializers.Serializer[Any]):
    id = serializers.CharField()
    asked_at = serializers.DateTimeField()
    note = serializers.CharField(help_text="From the reviewer; may be empty.")
    items = MoreItemAnswer(many=True)


def more_shape(submission: Submission) -> dict[str, Any] | None:
    """What is open now; None where nothing is asked."""
    asked = asked_of(submission)
    if asked is None:
        return None
    return {
        "id": asked.request.public_id,
        "asked_at": asked.request.asked_at,
        "note": asked.request.note_to_user,
        "items": [_item(point) for point in asked.points],
    }


def _item(point: Point) -> dict[str, Any]:
    return {
        "id": point.id,
        "what": point.item.what,
        "title": str(point.asked.title),
        "hint": str(point.asked.hint),
        "detail": point.item.detail,
        "about": point.about.public_id if point.about else None,
        "answer_kind": point.asked.answer.value,
        "material_kind": point.kind or None,
    }
