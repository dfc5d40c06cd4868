"""The pre-check of what is about to be submitted: form, files and what was read in them.

Every door asks here, the submission itself included, so that all say the same. No query but
those of whoever brings the rows; nothing is written.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.utils import timezone

from domains.models import Domain
from templates_app.models import InfoTemplate
from templates_app.rules.problems import Problem
from verification.contact_data import contact_data
from verification.diagnosis import Dossier, Picture
from verification.materials_rules import AuthorityProfile
from verification.precheck.checks import find_problems
from verification.precheck.finding import Finding
from verification.reading.model import PictureReading


class Checked(Protocol):
    """A picture that is checked: a stored one (verification.prepared), or a file."""

    @property
    def uploaded(self) -> Picture: ...

    @property
    def reading(self) -> PictureReading | None: ...

    @property
    def pending(self) -> bool: ...

    @property
    def problems(self) -> Sequence[Problem]: ...


_Checked = TypeVar("_Checked", bound=Checked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What was typed: the holder, and the document to show for it.

    Exactly one of `template` and `domain` gives the rest, or neither where a form stands alone.
    """

    holder_type: str
    holder_name: str
    document_type: str
    document_number: str
    contact_name: str = ""
    issued_on: dt.date | None = None
    expires_on: dt.date | None = None
    template: InfoTemplate | None = None
    domain: Domain | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Precheck(Generic[_Checked]):
    """`findings` of what is known by now; `pending`: some pictures are still being looked at."""

    dossier: Dossier
    findings: tuple[Finding, ...]
    pictures: tuple[_Checked, ...]

    @property
    def pending(self) -> bool:
        return any(picture.pending for picture in self.pictures)

    @property
    def ready(self) -> bool:
        """Whether it can be submitted; warnings are then to be confirmed."""
        return not self.pending and not any(finding.blocks for finding in self.findings)


def precheck(
    form: Form,
    *,
    profile: AuthorityProfile,
    pictures: Sequence[_Checked],
    problems: Sequence[Problem] = (),
    looking: bool = True,
    today: dt.date | None = None,
) -> Precheck[_Checked]:
    """Everything that form and pictures show to be wrong; `problems` are what only the caller
    can know, such as restrictions. Without `looking` nothing is said of what pictures show.
    Dates are judged by `today`, in China where none is given."""
    dossier = _dossier(form, profile, pictures, today or timezone.localdate(), looking=looking)
    own = [picture.problems for picture in pictures] if looking else []
    found = find_problems(dossier, problems=problems, pictures=own)
    return Precheck(dossier=dossier, findings=found, pictures=tuple(pictures))


def _dossier(
    form: Form,
    profile: AuthorityProfile,
    pictures: Sequence[Checked],
    today: dt.date,
    *,
    looking: bool,
) -> Dossier:
    stands_alone = form.template is None and form.domain is None
    rest = {} if stands_alone else contact_data(template=form.template, domain=form.domain)
    return Dossier(
        holder_type=form.holder_type,
        name=form.holder_name,
        document_type=form.document_type,
        number=form.document_number,
        profile=profile,
        submitted_on=today,
        today=today,
        suffix=form.domain.suffix if form.domain else "",
        issued_on=form.issued_on,
        expires_on=form.expires_on,
        pictures=tuple(picture.uploaded for picture in pictures),
        readings=tuple(picture.reading for picture in pictures) if looking else (),
        **rest | {"contact": form.contact_name},
    )
