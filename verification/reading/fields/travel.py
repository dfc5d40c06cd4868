"""Passports, mainland travel permits and the card of foreign permanent residents."""

from collections.abc import Sequence

from verification.reading.model import DocumentReading, Field, Side

from .cells import cells_of
from .labels import TRAVEL, Mark
from .page import Page
from .picking import (
    Values,
    first_date,
    first_value,
    person_name,
    put,
    sex_value,
    term,
)
from .titles import Title
from .travel_names import latin_name
from .travel_numbers import travel_number
from .values import Form
from .zone import Zone
from .zone_lines import zone_of
from .zone_values import zone_values

_TYPES = frozenset({"HZ", "GAJMTX", "TWJMTX", "WJLSFZ"})
_SUPPORT = (Field.NAME, Field.SEX, Field.BORN_ON, Field.NUMBER, Field.COUNTRY, Mark.TERM)
# Document codes on the cards' zones.
_CARD_CODES = {"CR": "GAJMTX", "CT": "TWJMTX"}


def read_travel(page: Page, titles: Sequence[Title]) -> DocumentReading | None:
    """The passport, permit or card, or None where the page is none."""
    form = Form(page, tuple(cells_of(page, TRAVEL)))
    zone = zone_of(page)
    title = next((title for title in titles if title.code in _TYPES), None)
    kind, confidence = _type(form, zone, title)
    if not kind:
        return None
    values = _values(form, kind, zone)
    return DocumentReading(
        type=kind,
        confidence=confidence,
        side=Side.FRONT if title or kind == "HZ" else Side.BACK,
        variant="mrz" if zone else "",
        values=values,
    )


def _type(form: Form, zone: Zone | None, title: Title | None) -> tuple[str, float]:
    by_zone = _zone_type(zone)
    proven = len(zone.proven) if zone and by_zone else 0
    if by_zone and (proven >= 2 or (proven and title)):
        if title and title.code != by_zone:
            return "", 0.0
        return by_zone, 0.99 if proven >= 3 else 0.93
    if title is None:
        return "", 0.0
    support = form.has(*_SUPPORT)
    numbered = travel_number(form, title.code) is not None
    if support < 2 or not (numbered or support >= 4):
        return "", 0.0
    known = 0.8 if title.exact else 0.7
    return title.code, min(0.98, known + 0.03 * support + 0.06 * numbered)


def _zone_type(zone: Zone | None) -> str:
    if zone is None:
        return ""
    return "HZ" if zone.code[0] == "P" else _CARD_CODES.get(zone.code, "")


def _values(form: Form, kind: str, zone: Zone | None) -> Values:
    """What is printed for people, and over it what the zone's check digits prove."""
    values = term(form)
    put(values, Field.NAME, first_value(form, Field.NAME, person_name))
    put(values, Field.NAME_LATIN, latin_name(form, zone))
    put(values, Field.NUMBER, travel_number(form, kind))
    put(values, Field.SEX, first_value(form, Field.SEX, sex_value))
    put(values, Field.BORN_ON, first_value(form, Field.BORN_ON, first_date))
    put(values, Field.ISSUED_ON, first_value(form, Field.ISSUED_ON, first_date))
    for field, value in zone_values(form.page, zone).items() if zone else ():
        values[field] = value.better_of(values.get(field))
    return values
