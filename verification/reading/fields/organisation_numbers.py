"""Which of an organisation's numbers is which: credit code, registration number, serial."""

import re
from dataclasses import dataclass, replace

from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.numbers.credit_code import CREDIT_CODE
from templates_app.rules.numbers.organisation_code import ORGANISATION_CODE
from templates_app.rules.numbers.registration_number import (
    REGISTRATION_LAYOUT,
    registration_number_holds,
)
from templates_app.rules.numbers.standard import Standard
from verification.reading.model import Field, ReadValue

from .labels import Key
from .numbers_in import misshapen, numbers_in
from .read_values import less_sure, text_value
from .run import Run
from .values import Form, value_of

_REGISTRATION = Standard(layouts=(REGISTRATION_LAYOUT,), holds=registration_number_holds)
_SERIAL = re.compile(r"[0-9A-Z][0-9A-Z()\-]{4,}")


@dataclass(frozen=True, slots=True)
class Numbers:
    """`number` identifies the holder; `checked`: by a check digit that holds."""

    number: ReadValue | None = None
    registration: ReadValue | None = None
    serial: ReadValue | None = None
    checked: bool = False


def numbers_of(form: Form, document_type: str) -> Numbers:
    """The numbers of a page that is, or would be, a document of this type."""
    if document_type == "ORG":
        return _organisation_code(form)
    near = _near(form, Field.NUMBER)
    credit = _first(numbers_in(form.page, [*near, *form.texts], CREDIT_CODE))
    registration = _registration(form)
    serial = _serial(form)
    if credit is None and registration is not None and document_type == "YYZZ":
        checked = _REGISTRATION.accepts(registration.text)
        return Numbers(registration, registration, serial, checked)
    if credit is None:
        free = DOCUMENT_TYPES[document_type].number_rule in ("free", "credit_code_or_free")
        other = _free(form) if free else misshapen(form.page, near, shortest=12)
        return Numbers(other, registration, serial)
    return Numbers(credit, registration, serial, CREDIT_CODE.accepts(credit.text))


def _organisation_code(form: Form) -> Numbers:
    near = _near(form, Field.NUMBER)
    code = _first(numbers_in(form.page, near, ORGANISATION_CODE))
    if code is None:
        found = numbers_in(form.page, form.texts, ORGANISATION_CODE)
        code = next((value for value in found if ORGANISATION_CODE.accepts(value.text)), None)
    checked = code is not None and ORGANISATION_CODE.accepts(code.text)
    return Numbers(code or misshapen(form.page, near, shortest=7), None, _serial(form), checked)


def _registration(form: Form) -> ReadValue | None:
    """Beside its label; fifteen digits elsewhere may be anything."""
    near = _near(form, Field.REGISTRATION_NUMBER, Field.NUMBER)
    return _first(numbers_in(form.page, near, _REGISTRATION))


def _free(form: Form) -> ReadValue | None:
    """A number of free form, whole as printed beside its label: nothing proves it."""
    for run in _near(form, Field.SERIAL, Field.REGISTRATION_NUMBER):
        value = text_value(form.page, [run])
        if value and any(c.isdigit() for c in value.text):
            return less_sure(value, 0.95)
    return None


def _serial(form: Form) -> ReadValue | None:
    for run in _near(form, Field.SERIAL):
        value = text_value(form.page, [run])
        found = _SERIAL.search(value.text.replace(" ", "")) if value else None
        if value and found:
            text = found.group()
            kept = value.characters if len(value.characters) == len(text) else ()
            return less_sure(replace(value, text=text, characters=kept), 0.95)
    return None


def _near(form: Form, *keys: Key) -> list[Run]:
    cells = [cell for key in keys for cell in form.labelled(key)]
    return [run for cell in cells for run in value_of(form, cell)]


def _first(values: list[ReadValue]) -> ReadValue | None:
    return values[0] if values else None
