"""Resident identity cards and the residence permits that look like them, both sides.

GB 11643 numbers tell the three apart where the title is on the other side: 81 and 82 open the
numbers of Hong Kong and Macau residents, 83 those of Taiwan residents.
"""

from collections.abc import Sequence

from templates_app.rules.numbers.personal import document_type_of
from templates_app.rules.numbers.resident_id import RESIDENT_ID
from verification.reading.model import SURE, DocumentReading, Field, ReadValue, Side

from .cells import cells_of
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
from .titles import Title
from .values import Form, value_of

_TYPES = frozenset({"SFZ", "GAJZZ", "TWJZZ"})
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
    if len(right) > 1 and not near:
        return None
    return found[0] if found else misshapen(form.page, near, shortest=12)


def _front(form: Form, number: ReadValue | None) -> Values:
    values: Values = {}
    put(values, Field.NAME, first_value(form, Field.NAME, person_name) or _bare_name(form))
    put(values, Field.NUMBER, number)
    put(values, Field.SEX, first_value(form, Field.SEX, sex_value))
    put(values, Field.BORN_ON, first_value(form, Field.BORN_ON, first_date))
    put(values, Field.ADDRESS, first_value(form, Field.ADDRESS, wrapped_text))
    return values


def _bare_name(form: Form) -> ReadValue | None:
    """名张三: the first half of the label was lost. Never sure."""
    for run in form.texts:
        if run.text.startswith("名") and 3 <= len(run.text) <= 5:
            rest = run.cut(1).stripped(":：")
            box = rest.box(form.page.width, form.page.height)
            sure = min(rest.confidence, SURE - 0.05)
            return ReadValue(rest.text, sure, box, rest.characters if rest.told else ())
    return None
