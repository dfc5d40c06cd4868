"""A new info template's fields, as they were read in pictures of the document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from templates_app.names_of import document_type_name
from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.regions import PROVINCES
from templates_app.rules.text import has_han
from verification.prepared import Prepared
from verification.reading.model import SURE, Field, ReadValue

from .pictures import PlaceShown, place_shown

_LABELS: dict[str, str | Promise] = {
    "document_type": _("Document type"),
    "document_number": _("Document number"),
    "name_zh": _("Holder name (Chinese)"),
    "name_en": _("Holder name (English)"),
    "contact_name_zh": _("Contact name (Chinese)"),
    "province": _("Province"),
    "address_zh": _("Address (Chinese)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """One value for a field of the template's form. `shown`: how it reads where that is another
    text (a type's name). `sure`: whether it was read surely; the person decides all the same."""

    field: str
    value: str
    shown: str = ""
    sure: bool
    place: PlaceShown | None = None

    @property
    def label(self) -> str | Promise:
        return _LABELS[self.field]


def fills_of(pictures: Sequence[Prepared]) -> list[Fill]:
    """What the pictures say, in the order of the template's form; each field at most once."""
    values = dict(_best_values(pictures))
    found = [*_type(pictures), *_names(values), *_contact(values, holder_type_of(pictures))]
    return [*found, *_address(values)]


def holder_type_of(pictures: Sequence[Prepared]) -> str:
    """individual or organization, by the document that was recognised; "" where it can't be
    told."""
    for picture in pictures:
        known = DOCUMENT_TYPES.get(picture.reading.document.type) if picture.reading else None
        if known is not None and known.holder != "both":
            return known.holder
    return ""


Found = tuple[ReadValue, Prepared]


def _best_values(pictures: Sequence[Prepared]) -> Iterator[tuple[Field, Found]]:
    """Each value as it was read most surely: front and back of a card say different things."""
    best: dict[Field, Found] = {}
    for picture in pictures:
        values = picture.reading.document.values if picture.reading else {}
        for field, value in values.items():
            if field not in best or value.confidence > best[field][0].confidence:
                best[field] = value, picture
    yield from best.items()


def _type(pictures: Sequence[Prepared]) -> Iterator[Fill]:
    documents = [(picture.reading.document, picture) for picture in pictures if picture.reading]
    known = [(document, picture) for document, picture in documents if document.type]
    if known:
        document, picture = max(known, key=lambda pair: pair[0].confidence)
        yield Fill(
            field="document_type",
            value=document.type,
            shown=document_type_name(document.type),
            sure=document.confidence >= SURE,
            place=place_shown(picture, None),
        )


def _names(values: dict[Field, Found]) -> Iterator[Fill]:
    if Field.NUMBER in values:
        yield _fill("document_number", values[Field.NUMBER])
    if Field.NAME in values:
        chinese = has_han(values[Field.NAME][0].text)
        yield _fill("name_zh" if chinese else "name_en", values[Field.NAME])
    if Field.NAME_LATIN in values and (Field.NAME not in values or _is_chinese(values)):
        # "SURNAME, GIVEN NAMES" is how the zone prints it; the comma is no part of the name.
        latin = values[Field.NAME_LATIN]
        yield _fill("name_en", latin, text=latin[0].text.replace(",", " "))


def _is_chinese(values: dict[Field, Found]) -> bool:
    return has_han(values[Field.NAME][0].text)


def _contact(values: dict[Field, Found], holder_type: str) -> Iterator[Fill]:
    """A person speaks for themselves, an organisation by its legal representative (seed 002)."""
    field = Field.NAME if holder_type == "individual" else Field.LEGAL_REPRESENTATIVE
    if field in values and has_han(values[field][0].text):
        yield _fill("contact_name_zh", values[field])


def _address(values: dict[Field, Found]) -> Iterator[Fill]:
    if Field.ADDRESS not in values:
        return
    address = values[Field.ADDRESS]
    for province in PROVINCES.values():
        if address[0].text.startswith(province.name_zh):
            # The picture of the address follows right below.
            yield replace(_fill("province", address, text=province.name_zh), place=None)
    yield _fill("address_zh", address)


def _fill(field: str, found: Found, *, text: str = "") -> Fill:
    value, picture = found
    return Fill(
        field=field,
        value=" ".join((text or value.text).split()),
        sure=value.confidence >= SURE,
        place=place_shown(picture, value.box),
    )
