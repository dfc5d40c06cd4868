"""Request bodies: their shape and nothing else. What values are right, services decide."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.request import Request


class StrictSerializer(serializers.Serializer[Any]):
    """A JSON object whose unknown fields are errors that name them (`unknown_field`)."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            unknown = sorted(str(name) for name in data if name not in self.fields)
            if unknown:
                detail = ErrorDetail(str(_("Unknown field.")), code="unknown_field")
                raise serializers.ValidationError({name[:64]: [detail] for name in unknown[:20]})
        return super().to_internal_value(data)


class StrictTextField(serializers.CharField):
    """Text only: a number is not quietly taken for one."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return str(super().to_internal_value(data))


class StrictBooleanField(serializers.BooleanField):
    """true or false; not "yes", 1 or null, which DRF would guess at."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class StrictIntegerField(serializers.IntegerField):
    """A JSON number; not "1", which DRF would take for one."""

    def to_internal_value(self, data: Any) -> int:
        if not isinstance(data, int) or isinstance(data, bool):
            self.fail("invalid")
        return int(super().to_internal_value(data))


class NoFields(StrictSerializer):
    """The body of a call that takes none: nothing, or an empty object."""


def no_body(request: Request) -> None:
    """Return where nothing is sent; DRF's ValidationError, which names every field, otherwise."""
    read_body(NoFields, request)


def read_body(serializer: type[StrictSerializer], request: Request) -> dict[str, Any]:
    """The body as `serializer` shapes it; DRF's ValidationError otherwise."""
    shaped = serializer(data=request.data)
    shaped.is_valid(raise_exception=True)
    return dict(shaped.validated_data)
