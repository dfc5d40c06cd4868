"""The identity document that is handed in."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput
from templates_app.models import InfoTemplate
from templates_app.rules.numbers import normalise_number
from verification.finding_fields import NUMBER, TYPE

from .subjects import Subject

_DIFFERS = {
    TYPE: _("This differs from the info template. Correct it in the template first."),
    NUMBER: _(
        "This differs from the info template. Leave the field empty to use the number on file, "
        "or correct the template first."
    ),
}


@dataclass(frozen=True, slots=True)
class Document:
    """The identity document that is handed in: its type and its normalised number."""

    type: str
    number: str


def document_for(subject: Subject, document_type: str, document_number: str) -> Document:
    """The document as typed, or for a template its own.

    What is verified must be what the template says, so that another type or number is
    refused: it has to be corrected in the template first.
    """
    given = Document(document_type, normalise_number(document_number))
    if subject.template is None:
        return given
    differing = fields_beside(subject.template, given)
    if differing:
        field = differing[0]
        raise InvalidInput(errors=[FieldError(field, "differs_from_template", _DIFFERS[field])])
    return _own(subject.template)


def fields_beside(template: InfoTemplate, given: Document) -> list[str]:
    """The fields in which `given` says something else than the template; empty says nothing."""
    own = _own(template)
    pairs = ((TYPE, given.type, own.type), (NUMBER, given.number, own.number))
    return [field for field, said, stored in pairs if said not in ("", stored)]


def _own(template: InfoTemplate) -> Document:
    return Document(template.document_type, normalise_number(template.document_number or ""))
