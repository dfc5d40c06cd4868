"""Resident identity cards and the residence permits that look like them, both sides.

GB 11643 numbers tell the three apart where the title is on the other side: 81 and 82 open the
numbers of Hong Kong and Macau residents, 83 those of Taiwan residents.
"""

import re
from collections.abc import Sequence

from templates_app.rules.numbers.personal import document_type_of
from templates_app.rules.numbers.resident_id import RESIDENT_ID
from templates_app.rules.numbers.travel_permit import HK_MO_TRAVEL_PERMIT, TW_TRAVEL_PERMIT
from verification.reading.model import SURE, DocumentReading, Field, ReadValue, Side

from .cells import Cell, cells_of
from .labels import CARD, Mark
from .numbers_in import misshapen, numbers_in
from .page import Page
from .picking import (
    Values,
    first_date,
    first_value,
    person_name,
    put,
    sex_value,
    term,
    wrapped_text,
)
from .read_values import less_sure, surer, text_value
from .titles import Title
from .values import Form, value_of

_TYPES = frozenset({"SFZ", "GAJZZ", "TWJZZ"})
_PERMITS = (HK_MO_TRAVEL_PERMIT, TW_TRAVEL_PERMIT)
_BORNE_OUT = 0.98
_HALF_LABEL = re.compile(r".?名\s*[:：]?\s*([\u3400-\u9fff·]{2,8})")
_FRONT = (Field.NAME, Field.SEX, Mark.ETHNICITY, Field.BORN_ON, Field.ADDRESS)


def read_card(page: Page, titles: Sequence[Title]) -> DocumentReading | None:
    """The card, or None where the page is none."""
    form = Form(page, tuple(cells_of(page, CARD)))
    number = _number(form)
    front = _front_confidence(form, number)
    back = next((title for title in titles if title.code in _TYPES), None)
    back_confidence = _back_confidence(form, back)
    kind = _type(form, number, back if back_confidence else None, front)
    if not kind or max(front, back_confidence) == 0:
        return None
    values = _front(form, number) if front else {}
    if back_confidence:
        values |= term(form)
        put(values, Field.SERIAL, first_value(form, Mark.PERMIT_NUMBER, _permit_number))
    side = Side.BOTH if front and back_confidence else Side.FRONT if front else Side.BACK
    return DocumentReading(
        type=kind, confidence=max(front, back_confidence), side=side, values=values
    )


def _type(form: Form, number: ReadValue | None, back: Title | None, front: float) -> str:
    """The type that number and title agree on; "" where they don't or nothing tells."""
    by_number = ""
    if front and number is not None and RESIDENT_ID.accepts(number.text):
        by_number = document_type_of(number.text)
    if by_number and by_number not in _TYPES:
        return ""
    if back and by_number and back.code != by_number:
        return ""
    # Only the citizens' card has 民族.
    plain = "SFZ" if form.has(Mark.ETHNICITY) and not (number and number.text[:1] == "8") else ""
    return by_number or (back.code if back else plain)


def _front_confidence(form: Form, number: ReadValue | None) -> float:
    labels = form.has(*_FRONT)
    named = form.has(Field.NUMBER)
    right = number is not None and RESIDENT_ID.accepts(number.text)
    if not ((named and labels >= 2) or (right and labels >= 3) or labels == len(_FRONT)):
        return 0.0
    return min(0.99, 0.66 + 0.05 * labels + 0.06 * named + 0.08 * right)


def _back_confidence(form: Form, title: Title | None) -> float:
    if title is None:
        return 0.0
    labels = form.has(Mark.AUTHORITY, Mark.TERM)
    known = 0.9 if title.exact else 0.8
    return known + 0.04 * labels if labels else 0.0


def _number(form: Form) -> ReadValue | None:
    """The number beside its label, or else the only one of its form on the page."""
    near = [run for cell in form.labelled(Field.NUMBER) for run in value_of(form, cell)]
    found = numbers_in(form.page, [*near, *form.texts], RESIDENT_ID)
    right = [value for value in found if RESIDENT_ID.accepts(value.text)]
    if len(right) > 1:
        # Two people's cards in one picture: which of them is meant can't be told.
        return less_sure(found[0], SURE - 0.1) if near else None
    return found[0] if found else misshapen(form.page, near, shortest=12)


def _permit_number(form: Form, cell: Cell) -> ReadValue | None:
    """The travel permit's number on a residence permit's back."""
    found = (numbers_in(form.page, value_of(form, cell), standard) for standard in _PERMITS)
    return next((values[0] for values in found if values), None)


def _front(form: Form, number: ReadValue | None) -> Values:
    values: Values = {}
    put(values, Field.NAME, first_value(form, Field.NAME, person_name) or _bare_name(form))
    put(values, Field.NUMBER, number)
    put(values, Field.SEX, first_value(form, Field.SEX, sex_value))
    put(values, Field.BORN_ON, first_value(form, Field.BORN_ON, first_date))
    put(values, Field.ADDRESS, first_value(form, Field.ADDRESS, wrapped_text))
    return values | _borne_out(values)


def _borne_out(values: Values) -> Values:
    """Birth date and sex that the number says too (GB 11643): surer for it."""
    number = values.get(Field.NUMBER)
    if number is None or not RESIDENT_ID.accepts(number.text):
        return {}
    text = number.text
    said = {
        Field.BORN_ON: f"{text[6:10]}-{text[10:12]}-{text[12:14]}",
        Field.SEX: "M" if int(text[16]) % 2 else "F",
    }
    return {
        field: surer(values[field], _BORNE_OUT)
        for field, words in said.items()
        if field in values and values[field].text == words
    }


def _bare_name(form: Form) -> ReadValue | None:
    """名张三, 娃名张三: the first half of the label was lost or misread. Never sure."""
    for run in form.texts:
        found = _HALF_LABEL.fullmatch(run.text)
        if found:
            value = text_value(form.page, [run.cut(found.start(1))])
            return less_sure(value, SURE - 0.05) if value else None
    return None
