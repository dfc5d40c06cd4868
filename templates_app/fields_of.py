"""Between the rules' fields and the table's columns."""

from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import fields as dataclass_fields

from registrar.crypto.configured import get_keyring
from registrar.crypto.index import blind_index, blind_indexes
from templates_app.models import InfoTemplate
from templates_app.rules.numbers import mask_number
from templates_app.rules.restrictions import key_of
from templates_app.rules.template_rules import TemplateFields

FIELD_NAMES: tuple[str, ...] = tuple(field.name for field in dataclass_fields(TemplateFields))
NUMBER_PURPOSE = "document-number"


def fields_of(template: InfoTemplate) -> TemplateFields:
    """The template as the rules see it, its number in the clear: never show or log it."""
    return TemplateFields(**{name: getattr(template, name) for name in FIELD_NAMES})


def columns_of(fields: TemplateFields) -> dict[str, str]:
    """What the table keeps of tidy fields: the same, and the number masked and indexed."""
    number = fields.document_number
    return asdict(fields) | {
        "number_masked": mask_number(number),
        "number_index": blind_index(get_keyring(), number, NUMBER_PURPOSE),
        "name_key": key_of(fields.name_zh),
    }


def number_indexes(number: str) -> tuple[str, ...]:
    """Every index under which rows with this (normalised) number may be kept."""
    return blind_indexes(get_keyring(), number, NUMBER_PURPOSE)


def merged_fields(template: InfoTemplate, given: Mapping[str, str]) -> TemplateFields:
    """The stored fields with what was given instead; Chinese texts that change let their
    English ones be suggested anew, unless those are given too."""
    kept = fields_of(template)
    stale = {
        name.replace("_zh", "_en"): ""
        for name in ("name_zh", "contact_name_zh", "address_zh")
        if given.get(name, getattr(kept, name)) != getattr(kept, name)
    }
    return TemplateFields(**asdict(kept) | stale | dict(given))
