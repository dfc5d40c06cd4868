"""How the fields stand on the form: Chinese and English side by side, in four sections."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from templates_app.forms import TemplateForm
from templates_app.rules.problems import Problem


@dataclass(frozen=True, slots=True)
class FieldWithNotes:
    """A field and what there is to say about what it holds, beside its errors."""

    field: BoundField
    notes: list[Problem]


@dataclass(frozen=True, slots=True)
class Section:
    title: str | Promise
    rows: list[list[FieldWithNotes]]


_LAYOUT: tuple[tuple[Promise, tuple[tuple[str, ...], ...]], ...] = (
    (_("Holder"), (("name_zh", "name_en"),)),
    (
        _("Contact"),
        (
            ("contact_name_zh", "contact_name_en"),
            ("phone_country_code", "phone_number"),
            ("email",),
        ),
    ),
    (
        _("Postal address"),
        (("country", "province"), ("city", "postcode"), ("address_zh", "address_en")),
    ),
    (_("Document"), (("document_type", "document_number"),)),
)


def sections_of(form: TemplateForm, problems: Iterable[Problem] = ()) -> list[Section]:
    """The whole form; `problems` of what is saved stand beside their fields."""
    notes: dict[str, list[Problem]] = {}
    for found in problems:
        notes.setdefault(found.field, []).append(found)
    return [
        Section(
            title,
            [[FieldWithNotes(form[name], notes.get(name, [])) for name in row] for row in rows],
        )
        for title, rows in _LAYOUT
    ]
