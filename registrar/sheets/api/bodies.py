from rest_framework import serializers

from registrar.api.bodies import StrictBooleanField, StrictSerializer, StrictTextField


class ImportInput(StrictSerializer):
    file = serializers.FileField(
        allow_empty_file=True, help_text="CSV or XLSX, at most 20 MB and 100,000 rows"
    )
    kind = StrictTextField(max_length=24, help_text="domains or templates")


class RunInput(StrictSerializer):
    duplicates = StrictBooleanField(
        required=False, default=False, help_text="carry out rows that are there already, too"
    )
