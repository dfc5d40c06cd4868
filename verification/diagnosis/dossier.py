"""Everything that is known of a submission, as one immutable value."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from registrar.workdays import WorkdayResult
from verification.materials_rules.profile_model import AuthorityProfile
from verification.reading.model import PictureReading

from .evidence import Evidence
from .verdict import Outcome

PERSON = "individual"
DOCUMENT = "identity_document"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was sent; `digest` tells whether the same one was sent again.

    `extension` is what the file's name ended in, without a dot; "" where it isn't known.
    """

    kind: str
    format: str
    bytes: int
    width: int
    height: int
    digest: str = ""
    extension: str = ""


@dataclass(frozen=True, slots=True)
class PictureFinding:
    """What looking at the pictures says of one cause; `safe_from` as in a Verdict."""

    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()
    safe_from: WorkdayResult | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """An earlier submission of the same template or domain, ended on `on`.

    `causes` are those that its failure named, none for one that passed.
    """

    on: dt.date
    passed: bool
    name: str
    document_type: str
    number: str
    causes: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIdentity:
    """A holder whom an authority has verified, with the document it passed with."""

    name: str
    document_type: str
    number: str
    verified_on: dt.date


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """What was typed and sent, and whom it was sent to. Empty text: not known.

    `readings` are those of `pictures`, in their order; None for one that is not read yet.
    `issued_on` and `expires_on` are dates that were typed, where a form asks for them.
    `picture_findings` holds by code what was seen in the pictures; None: nobody has looked.
    `answers` are the user's by the question's code. `attempts` are earlier ones, oldest first.
    `known` are verified holders of the account with the same number or the same name.
    """

    holder_type: str
    name: str
    document_type: str
    number: str
    profile: AuthorityProfile
    submitted_on: dt.date
    today: dt.date
    name_en: str = ""
    contact: str = ""
    contact_en: str = ""
    country: str = ""
    province: str = ""
    city: str = ""
    address: str = ""
    address_en: str = ""
    postcode: str = ""
    phone_country_code: str = ""
    phone_number: str = ""
    suffix: str = ""
    issued_on: dt.date | None = None
    expires_on: dt.date | None = None
    pictures: tuple[Picture, ...] = ()
    readings: tuple[PictureReading | None, ...] = ()
    picture_findings: Mapping[str, PictureFinding] | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    known: tuple[KnownIdentity, ...] = ()

    @property
    def is_person(self) -> bool:
        return self.holder_type == PERSON

    @property
    def documents(self) -> tuple[Picture, ...]:
        """The pictures that show the document itself."""
        return tuple(picture for picture in self.pictures if picture.kind == DOCUMENT)
