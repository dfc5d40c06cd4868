"""How the answer to many operations looks: for each the operation, or the problem."""

from collections.abc import Sequence
from typing import Any

from rest_framework import serializers

from domains.models import Operation, OperationBatch
from registrar.api.problems import exception_handler

from .shapes import OperationShape, operation_shape

_TOLD = ("operation", "domain", "template")


class BatchItemShape(OperationShape):
    """An operation; where it was refused, `id` and `state` are null and `problem` says why."""

    problem = serializers.DictField(allow_null=True, help_text="RFC 9457 problem details")

    def get_fields(self) -> dict[str, Any]:
        """A refused item repeats at most its operation, domain and template, as they came."""
        fields = super().get_fields()
        for name in _TOLD:
            fields[name] = serializers.CharField(allow_null=True)
        for field in fields.values():
            # Computed ones say in their types already that they may be null.
            if not isinstance(field, serializers.SerializerMethodField):
                field.allow_null = True
        return fields


class BatchShape(serializers.Serializer[Any]):
    id = serializers.CharField()
    items = BatchItemShape(many=True)


def batch_shape(
    request: Any,
    batch: OperationBatch,
    asked: Sequence[dict[str, Any]],
    results: Sequence[Operation | Exception],
) -> dict[str, Any]:
    """`results` in the order of `asked`."""
    items = [_item(request, one, result) for one, result in zip(asked, results, strict=True)]
    return {"id": batch.public_id, "items": items}


def _item(request: Any, asked: dict[str, Any], result: Operation | Exception) -> dict[str, Any]:
    if isinstance(result, Operation):
        return operation_shape(result) | {"problem": None}
    answer = exception_handler(result, {"request": request})
    if answer is None:
        raise result
    empty = dict.fromkeys(OperationShape().fields)
    told = {name: asked[name] for name in _TOLD if isinstance(asked.get(name), str)}
    return empty | told | {"problem": answer.data}
