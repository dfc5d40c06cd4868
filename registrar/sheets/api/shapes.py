"""How imports and their rows look in the API. Shape only: nothing here saves."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from registrar.languages import in_reading_language
from registrar.sheets.models import SheetImport, SheetRow
from registrar.sheets.refusals import told_errors
from registrar.sheets.states import ImportState, RowState


class ErrorShape(serializers.Serializer[Any]):
    field = serializers.CharField(help_text="code of the column; empty for the whole row")
    code = serializers.CharField()
    message = serializers.CharField()


class ChangeShape(serializers.Serializer[Any]):
    field = serializers.CharField()
    before = serializers.CharField()
    after = serializers.CharField()


class ImportShape(serializers.Serializer[Any]):
    id = serializers.CharField(source="public_id")
    kind = serializers.CharField(help_text="domains or templates")
    state = serializers.ChoiceField(choices=ImportState.choices)
    file_name = serializers.CharField()
    format = serializers.CharField()
    size = serializers.IntegerField(help_text="bytes")
    created_at = serializers.DateTimeField()
    made_by = serializers.CharField()
    started_at = serializers.DateTimeField(allow_null=True)
    run_by = serializers.CharField(allow_blank=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    counts = serializers.SerializerMethodField()
    notes = serializers.SerializerMethodField()
    errors = serializers.SerializerMethodField()  # type: ignore[assignment]

    @extend_schema_field(serializers.DictField(child=serializers.IntegerField()))
    def get_counts(self, _found: SheetImport) -> dict[str, int]:
        """Rows by state."""
        counts: Mapping[str, int] = self.context["counts"]
        return {state.value: counts.get(state, 0) for state in RowState}

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_notes(self, found: SheetImport) -> list[str]:
        return [in_reading_language(note) for note in found.notes]

    @extend_schema_field(ErrorShape(many=True))
    def get_errors(self, found: SheetImport) -> list[dict[str, str]]:
        """Why the file could not be read."""
        return told_errors(found.refusal)


class RowShape(serializers.Serializer[Any]):
    number = serializers.IntegerField(help_text="as a spreadsheet program counts")
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=RowState.choices)
    effect = serializers.CharField(help_text="create, edit, update, change_registrant or empty")
    duplicate_of = serializers.CharField(help_text="id of what is there already, or empty")
    changes = ChangeShape(many=True)
    errors = serializers.SerializerMethodField()  # type: ignore[assignment]
    result = serializers.CharField(source="made", help_text="id of what came of it, or empty")

    @extend_schema_field(ErrorShape(many=True))
    def get_errors(self, row: SheetRow) -> list[dict[str, str]]:
        return told_errors(row.errors)


def import_shape(found: SheetImport, counts: Mapping[str, int]) -> dict[str, Any]:
    return dict(ImportShape(found, context={"counts": counts}).data)


def row_shape(row: SheetRow) -> dict[str, Any]:
    return dict(RowShape(row).data)
