"""Shapes of what goes out: the document number masked, always."""

from typing import Any

from rest_framework import serializers

from templates_app.fields_of import FIELD_NAMES
from templates_app.findings import warnings_of
from templates_app.models import HolderType, InfoTemplate
from templates_app.states import TemplateState

_SHOWN = tuple(name for name in FIELD_NAMES if name != "document_number")


class WarningShape(serializers.Serializer[Any]):
    field = serializers.CharField()
    code = serializers.CharField(help_text="Stable, for programs.")
    message = serializers.CharField(help_text="In the asked language.")


class TemplateShape(serializers.Serializer[Any]):
    """An info template. `warnings` refuse nothing; look at them before verification."""

    id = serializers.CharField(help_text="tpl_…")
    state = serializers.ChoiceField(choices=TemplateState.choices)
    version = serializers.IntegerField()
    previous = serializers.CharField(allow_null=True, help_text="Id of the version before.")
    holder_type = serializers.ChoiceField(choices=HolderType.choices)
    name_zh = serializers.CharField()
    name_en = serializers.CharField()
    contact_name_zh = serializers.CharField()
    contact_name_en = serializers.CharField()
    country = serializers.CharField()
    province = serializers.CharField()
    city = serializers.CharField()
    address_zh = serializers.CharField()
    address_en = serializers.CharField()
    postcode = serializers.CharField()
    phone_country_code = serializers.CharField()
    phone_number = serializers.CharField()
    email = serializers.CharField()
    document_type = serializers.CharField()
    document_number_masked = serializers.CharField()
    warnings = WarningShape(many=True)
    disabled_reason = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    verified_at = serializers.DateTimeField(allow_null=True)


class NumberShape(serializers.Serializer[Any]):
    document_number = serializers.CharField(help_text="In the clear: don't keep it.")


class EnglishShape(serializers.Serializer[Any]):
    name_en = serializers.CharField(allow_blank=True)
    contact_name_en = serializers.CharField(allow_blank=True)
    address_en = serializers.CharField(allow_blank=True)


class NumberFindingShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    level = serializers.ChoiceField(["block", "warn", "info"])
    message = serializers.CharField()


class NumberFindingsShape(serializers.Serializer[Any]):
    findings = NumberFindingShape(many=True)


def template_shape(template: InfoTemplate) -> dict[str, Any]:
    """What `TemplateShape` describes, as JSON values."""
    return {
        "id": template.public_id,
        "state": template.state,
        "version": template.version,
        "previous": template.previous.public_id if template.previous else None,
        **{name: getattr(template, name) for name in _SHOWN},
        "document_number_masked": template.number_masked,
        "warnings": [
            {"field": found.field, "code": found.code, "message": str(found.message)}
            for found in warnings_of(template)
        ],
        "disabled_reason": template.disabled_reason or None,
        "created_at": template.created_at,
        "updated_at": template.updated_at,
        "verified_at": template.verified_at,
    }
