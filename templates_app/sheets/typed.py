"""A row of somebody's file as an info template's fields (pure)."""

from collections.abc import Mapping
from functools import cache

from registrar.sheets.choices import code_of, names_of, normal
from templates_app.fields_of import FIELD_NAMES
from templates_app.models import HolderType
from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.regions import COUNTRIES


def typed_values(values: Mapping[str, str]) -> dict[str, str]:
    """The fields that the row fills, choices by their codes; empty cells say nothing."""
    given = {name: values[name] for name in FIELD_NAMES if values.get(name, "").strip()}
    for name, names in _names().items():
        if name in given:
            given[name] = code_of(given[name], names)
    return given


@cache
def _names() -> dict[str, dict[str, str]]:
    """What codes are called. The names of countries and documents hold both languages."""
    countries = {code: (known.name_zh, known.name_en) for code, known in COUNTRIES.items()}
    documents = {code: (known.name_zh, known.name_en) for code, known in DOCUMENT_TYPES.items()}
    return {
        "holder_type": names_of(HolderType.choices),
        "country": _by_name(countries),
        "document_type": _by_name(documents),
    }


def _by_name(known: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    return {normal(name): code for code, names in known.items() for name in (code, *names)}
