"""What was read in the pictures of one dossier."""

from collections.abc import Iterator
from dataclasses import dataclass

from verification.diagnosis.dossier import DOCUMENT, Dossier
from verification.reading.fields import Traces, traces_of
from verification.reading.model import (
    SURE,
    DocumentReading,
    Field,
    PictureReading,
    ReadValue,
    Side,
)

from .finding import Place

BACK = "identity_document_back"
_IDENTITY = (DOCUMENT, BACK)
# Types of one and the same certificate. 民办非企业单位 are called 社会服务机构 since 2016.
_EQUIVALENT = (frozenset({"TYDM", "QTTYDM"}), frozenset({"MBFQY", "SHFWJG"}))

# As passports name them. Their people's names are printed in Chinese, too.
_CHINESE_ISSUERS = frozenset(
    {"CHN", "CN", "HKG", "HK", "MAC", "MO", "TWN", "TW", "中国", "CHINA", "CHINESE"}
)


@dataclass(frozen=True, slots=True)
class Look:
    """One picture of the identity document that could be opened and read."""

    index: int
    kind: str
    reading: PictureReading

    @property
    def document(self) -> DocumentReading:
        return self.reading.document

    @property
    def traces(self) -> Traces:
        """What its lines tell beside the values."""
        width, height = self.reading.width, self.reading.height
        if self.reading.turned % 180:
            width, height = height, width
        return traces_of(self.reading.lines, width=width, height=height)

    @property
    def is_back(self) -> bool:
        """Whether it shows the side without the portrait: as seen, else as it was uploaded."""
        if self.document.side is Side.UNKNOWN:
            return self.kind == BACK
        return self.document.side is Side.BACK


@dataclass(frozen=True, slots=True)
class Seen:
    """A value and where it stands."""

    value: ReadValue
    look: Look

    @property
    def text(self) -> str:
        return self.value.text

    @property
    def sure(self) -> bool:
        return self.value.confidence >= SURE

    @property
    def place(self) -> Place:
        return Place(self.look.index, self.value.box)

    def confidence_at(self, index: int) -> float:
        """That of one character (from 0), 0 where the recogniser tells none."""
        characters = self.value.characters
        told = len(characters) == len(self.text) and 0 <= index < len(characters)
        return characters[index] if told else 0.0

    def sure_at(self, index: int) -> bool:
        """Whether one character (from 0) was read surely; the whole value where none is told."""
        characters = self.value.characters
        if len(characters) != len(self.text) or not 0 <= index < len(characters):
            return self.sure
        return self.sure and characters[index] >= SURE


def read_pictures(dossier: Dossier) -> Iterator[tuple[int, str, PictureReading]]:
    """Index, kind and reading of every picture that was read, whatever came of it."""
    pairs = zip(dossier.pictures, dossier.readings, strict=False)
    for index, (picture, reading) in enumerate(pairs):
        if reading is not None:
            yield index, picture.kind, reading


def looks(dossier: Dossier) -> list[Look]:
    """The pictures of the identity document, both sides, that could be opened."""
    return [
        Look(index, kind, reading)
        for index, kind, reading in read_pictures(dossier)
        if kind in _IDENTITY and not reading.failure
    ]


def all_read(dossier: Dossier) -> bool:
    """Whether no picture of the identity document is still waiting to be read."""
    wanted = sum(picture.kind in _IDENTITY for picture in dossier.pictures)
    return wanted > 0 and wanted == len(
        [kind for _, kind, _ in read_pictures(dossier) if kind in _IDENTITY]
    )


def best(dossier: Dossier, field: Field) -> Seen | None:
    """The value as it was read most surely, in a picture of the chosen document if there is one."""
    found = [
        Seen(look.document.values[field], look)
        for look in looks(dossier)
        if field in look.document.values and look.document.values[field].text.strip()
    ]
    return max(found, key=lambda seen: _rank(seen, dossier), default=None)


def same_type(chosen: str, shown: str) -> bool:
    """Whether a document of the type `shown` will do for the chosen type."""
    return chosen == shown or any({chosen, shown} <= group for group in _EQUIVALENT)


def _rank(seen: Seen, dossier: Dossier) -> tuple[bool, float]:
    return same_type(dossier.document_type, seen.look.document.type), seen.value.confidence


def names_china(country: Seen | None) -> bool:
    """Whether a country that was read is China or one of its regions."""
    return country is not None and country.text.strip().upper() in _CHINESE_ISSUERS
