"""What kinds need to check thousands of items at once."""

from collections.abc import Sequence
from typing import Any

from rest_framework.exceptions import ValidationError

from registrar.api.bodies import StrictSerializer
from registrar.api.problems import field_errors
from registrar.errors import FieldError, InvalidInput


def shape_each(
    serializer: StrictSerializer, given: Sequence[dict[str, Any]]
) -> list[dict[str, Any] | InvalidInput]:
    """Each item as `serializer` shapes it, or what is wrong with its form, in the language of
    whoever asked. One serializer for all: making one costs more than asking it."""
    return [_shape(serializer, item) for item in given]


def _shape(serializer: StrictSerializer, item: dict[str, Any]) -> dict[str, Any] | InvalidInput:
    try:
        return dict(serializer.run_validation(item))
    except ValidationError as wrong:
        return InvalidInput(
            errors=[
                FieldError(found["field"], found["code"], found["message"])
                for found in field_errors(wrong.detail)
            ]
        )


def told_of(item: dict[str, Any], names: Sequence[str]) -> dict[str, str]:
    """Those of the item's texts that answers may repeat, as they came."""
    return {name: item[name][:300] for name in names if isinstance(item.get(name), str)}
