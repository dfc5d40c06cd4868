"""What was read in one picture, as an immutable value that can be stored as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

# A reading made by an older version is made anew.
READING_VERSION = 2
# `ReadValue.text` of an expiry date for a document without end.
LONG_TERM = "long_term"


@dataclass(frozen=True, slots=True)
class Box:
    """A place in the upright picture: fractions of its width and height from the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text. `confidence` from 0 to 1; `characters` has one for each character of
    `text`, or is empty where the recogniser tells none."""

    text: str
    confidence: float
    box: Box
    characters: tuple[float, ...] = ()


class Field(StrEnum):
    """What a document says. Dates are ISO 8601, or LONG_TERM."""

    NAME = "name"
    # Latin letters on a passport or permit: surname, comma, given names as printed.
    NAME_LATIN = "name_latin"
    # The number that identifies the holder, as registries want it.
    NUMBER = "number"
    # Other numbers on the paper, which people type by mistake.
    SERIAL = "serial"
    REGISTRATION_NUMBER = "registration_number"
    LEGAL_REPRESENTATIVE = "legal_representative"
    ISSUED_ON = "issued_on"
    EXPIRES_ON = "expires_on"
    ADDRESS = "address"
    BORN_ON = "born_on"
    SEX = "sex"
    COUNTRY = "country"


class Side(StrEnum):
    """Which side of a document a picture shows. FRONT: the one with the portrait (a card), or
    the only one. BOTH: two sides in one picture. UNKNOWN: can't be told."""

    FRONT = "front"
    BACK = "back"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReadValue:
    """One value. `confidence` from 0 to 1: below SURE, people are asked instead of refused.
    `characters`: one confidence for each character of `text`, or empty."""

    text: str
    confidence: float
    box: Box
    characters: tuple[float, ...] = ()


# From here on a read value may speak against what was typed.
SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """What kind of document it is and what it says.

    `type` is a code of templates_app.rules.document_types, "" where it can't be told: never a
    guess. `variant` tells layouts of a type apart ("licence_landscape", "mrz", …), "" for none.
    """

    type: str = ""
    confidence: float = 0.0
    side: Side = Side.UNKNOWN
    variant: str = ""
    values: Mapping[Field, ReadValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """Something wrong with the picture itself.

    `code` is a finding code (`image_…`). `confidence` from 0 to 1: from SURE on the picture is
    refused, below people are asked. `measure` and `limit` in `unit`, for the evidence.
    `fields`: what it makes unreadable, where that can be told.
    """

    code: str
    confidence: float
    measure: float = 0.0
    limit: float = 0.0
    unit: str = ""
    boxes: tuple[Box, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureReading:
    """Everything read in one picture.

    `format`, `width`, `height` (pixels) and `bytes` are those of the file, and so is
    `orientation`, what its EXIF says (1 to 8). `more_frames`: pages or frames follow the one
    that was read. `turned`: degrees clockwise (0, 90, 180, 270) that bring its pixels upright,
    EXIF orientation included; boxes are places in the upright picture. `outline` is the
    document's own place, None where no edge was found. `failure` is a finding code when the file
    could not be decoded; everything else is then empty. `seconds` by step ("decode", "quality",
    "ocr", "fields").
    """

    version: int = READING_VERSION
    format: str
    bytes: int
    width: int
    height: int
    orientation: int = 1
    more_frames: bool = False
    turned: int = 0
    outline: Box | None = None
    document: DocumentReading = field(default_factory=DocumentReading)
    flaws: tuple[Flaw, ...] = ()
    lines: tuple[TextLine, ...] = ()
    failure: str = ""
    seconds: Mapping[str, float] = field(default_factory=dict)
