"""Reading the body of a batch: a list of objects; what is in them is each kind's."""

from typing import Any

from rest_framework import serializers

from registrar.api.bodies import StrictSerializer
from registrar.batches.services.accepting import MAX_ITEMS


class BatchInput(StrictSerializer):
    items = serializers.ListField(child=serializers.DictField(), min_length=1, max_length=MAX_ITEMS)


def read_items(data: Any) -> list[dict[str, Any]]:
    """ValidationError for a body that is no list of 1 to MAX_ITEMS objects."""
    body = BatchInput(data=data)
    body.is_valid(raise_exception=True)
    return list(body.validated_data["items"])
