"""The shape of an authority profile: what differs from one review body to another."""

from dataclasses import dataclass
from enum import StrEnum

KB = 1024
MB = 1024 * KB


class Colour(StrEnum):
    """What an authority says about the colour of a picture."""

    NOT_STATED = "not_stated"
    SCAN_OR_PHOTO = "scan_or_photo"
    SCAN_OR_HD_PHOTO = "scan_or_hd_photo"
    ORIGINAL_SCAN_OR_PHOTO = "original_scan_or_photo"


class Brackets(StrEnum):
    """The width of brackets that an authority wants in a holder's name."""

    NOT_STATED = "not_stated"
    HALF_WIDTH = "half_width"


class DayKind(StrEnum):
    """How days are counted."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True, kw_only=True)
class WaitingRule:
    """How long a document just issued or changed should rest before it is submitted.

    Authorities name a range; the first safe day told to the user is day `max_days`.
    """

    kind: DayKind
    min_days: int
    max_days: int


@dataclass(frozen=True, kw_only=True)
class OverseasRule:
    """What an authority does with holders from outside the mainland.

    `document_types`: the codes it takes from them. `beyond_greater_china`: whether
    holders outside mainland China, Hong Kong, Macau and Taiwan are taken at all.
    `cn_family`: whether they may hold .cn, .中国, .公司 and .网络.
    """

    document_types: frozenset[str]
    beyond_greater_china: bool
    cn_family: bool


@dataclass(frozen=True, kw_only=True)
class AuthorityProfile:
    """The limits and terms of one authority.

    `formats` are real formats, found in the content (`jpeg`, `tiff`), `extensions`
    the spellings that its users are told. Sizes are bytes and inclusive; `min_bytes`
    0 means no lower limit. Terms are (shortest, longest) in working days by the
    Chinese calendar. None: the authority doesn't say. `expiry_margin_days`: a document
    that ends within so many days is about to expire (seeds 001 and 002 warn of it and
    name no number; a month is the registrar's own). `joined_sides`: front and back go in as
    one picture. No seed asks for it of an identity document: 001 and 002 want the side with
    the portrait, and 004 joins only further papers to the document where a page has no place
    for them.
    """

    code: str
    source: str
    formats: frozenset[str]
    extensions: tuple[str, ...]
    min_bytes: int
    max_bytes: int
    colour: Colour
    watermark_refused: bool = False
    waiting: WaitingRule | None = None
    brackets: Brackets = Brackets.NOT_STATED
    overseas: OverseasRule | None = None
    review_days: tuple[int, int] | None = None
    status_ok_days: tuple[int, int] | None = None
    timeout_days: int | None = None
    expiry_margin_days: int = 30
    joined_sides: bool = False
