"""The printed numbers of passports, permits and permanent residents' cards."""

from templates_app.rules.numbers.passport import CHINESE_PASSPORT, PASSPORT
from templates_app.rules.numbers.permanent_resident import PERMANENT_RESIDENT
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.numbers.travel_permit import HK_MO_TRAVEL_PERMIT, TW_TRAVEL_PERMIT
from verification.reading.model import Field, ReadValue

from .numbers_in import numbers_in
from .values import Form, value_of

# With the standard: whether a number of this form is unmistakable anywhere on the page.
_STANDARDS: dict[str, tuple[tuple[Standard, bool], ...]] = {
    "HZ": ((CHINESE_PASSPORT, True), (PASSPORT, False)),
    "GAJMTX": ((HK_MO_TRAVEL_PERMIT, True),),
    "TWJMTX": ((TW_TRAVEL_PERMIT, False),),
    "WJLSFZ": ((PERMANENT_RESIDENT, True),),
}


def travel_number(form: Form, document_type: str) -> ReadValue | None:
    """The number beside or under its label, or anywhere where its form is unmistakable."""
    near = [run for cell in form.labelled(Field.NUMBER) for run in value_of(form, cell)]
    for standard, unmistakable in _STANDARDS[document_type]:
        runs = [*near, *form.texts] if unmistakable else near
        found = numbers_in(form.page, runs, standard)
        if found and standard.accepts(found[0].text):
            return found[0]
    return None
