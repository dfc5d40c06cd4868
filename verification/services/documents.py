"""The identity document that is handed in."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput
from templates_app.rules.numbers import normalise_number

from .subjects import Subject

_DIFFERS = _("This differs from the info template. Correct it in the template first.")


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
    number = normalise_number(document_number)
    template = subject.template
    if template is None:
        return Document(document_type, number)
    own = Document(template.document_type, normalise_number(template.document_number or ""))
    if document_type not in ("", own.type):
        raise _differs("document_type")
    if number not in ("", own.number):
        raise _differs("document_number")
    return own


def _differs(field: str) -> InvalidInput:
    return InvalidInput(errors=[FieldError(field, "differs_from_template", _DIFFERS)])
