"""What was read surely and may be taken into the form with one click."""

from collections.abc import Sequence
from dataclasses import dataclass

from templates_app.names_of import document_type_name
from templates_app.rules.numbers import normalise_number
from verification.prepared import Prepared
from verification.reading.model import SURE, Field

from .pictures import PlaceShown, place_shown


@dataclass(frozen=True, slots=True)
class Offer:
    """A form's field, the value that it would take, and how it reads."""

    field: str
    value: str
    shown: str
    place: PlaceShown | None


def offers_of(
    pictures: Sequence[Prepared], *, document_type: str, document_number: str, types: Sequence[str]
) -> list[Offer]:
    """Sure readings that differ from what is in the form, at most one for each field.

    `types` are those that the form has: another one can't be taken.
    """
    found = [_type(pictures, types, document_type), _number(pictures, document_number)]
    return [offer for offer in found if offer is not None]


def _type(pictures: Sequence[Prepared], types: Sequence[str], typed: str) -> Offer | None:
    for picture in pictures:
        document = picture.reading.document if picture.reading else None
        if document and document.type in types and document.confidence >= SURE:
            if document.type == typed:
                return None
            name = document_type_name(document.type)
            return Offer("document_type", document.type, name, None)
    return None


def _number(pictures: Sequence[Prepared], typed: str) -> Offer | None:
    for picture in pictures:
        values = picture.reading.document.values if picture.reading else {}
        value = values.get(Field.NUMBER)
        if value and value.confidence >= SURE:
            if normalise_number(value.text) == normalise_number(typed):
                return None
            place = place_shown(picture, value.box)
            return Offer("document_number", value.text, value.text, place)
    return None
