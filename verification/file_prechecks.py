"""The pre-check of files: nothing is stored, and no database is asked.

What only the registrar's lists know (restricted holders and words) is therefore not said.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from templates_app.rules.problems import Problem
from verification.diagnosis import Picture
from verification.materials_rules import AuthorityProfile
from verification.mending import Side, mend
from verification.picture_problems import not_made
from verification.prechecks import Form, Precheck, precheck
from verification.reading.model import PictureReading
from verification.reading.read import read_picture
from verification.repairing.repaired import Repaired


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """A file as it was found. `name`: without folders; its extension is compared with the
    content. `kind`: one of MaterialKind."""

    name: str
    content: bytes
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """A file with what was read in it and what would be sent in its place (None: itself)."""

    file: PictureFile
    reading: PictureReading
    mended: Repaired | None
    problems: tuple[Problem, ...] = ()
    pending: bool = False

    @property
    def uploaded(self) -> Picture:
        return Picture(
            kind=self.file.kind,
            format=self.reading.format,
            bytes=self.reading.bytes,
            width=self.reading.width,
            height=self.reading.height,
            digest=hashlib.sha256(self.file.content).hexdigest(),
            extension=PurePath(self.file.name).suffix.removeprefix("."),
        )


def precheck_files(
    form: Form,
    files: Sequence[PictureFile],
    *,
    profile: AuthorityProfile,
    today: dt.date | None = None,
) -> Precheck[LookedAt]:
    """What would fail of `form` with these files; dates are judged by `today`.

    Reads each picture, some twice: seconds for each. Raises ModelsMissing where OCR isn't
    installed whole; whatever is wrong with form or files is a finding.
    """
    pictures = [look_at_file(file, profile) for file in files]
    return precheck(form, profile=profile, pictures=pictures, today=today)


def look_at_file(file: PictureFile, profile: AuthorityProfile) -> LookedAt:
    """Read it, and see what would have to be changed before `profile` takes it."""
    reading = read_picture(file.content)
    if reading.failure:
        return LookedAt(file=file, reading=reading, mended=None)
    made = mend(Side(file.content, reading), profile)
    if isinstance(made, str):
        problems = (not_made(made),) if _may_be_sent(reading, profile) else ()
        return LookedAt(file=file, reading=reading, mended=None, problems=problems)
    return LookedAt(file=file, reading=reading, mended=made if made.changes else None)


def _may_be_sent(reading: PictureReading, profile: AuthorityProfile) -> bool:
    """Whether it is large enough: what is too small is said by the limits themselves."""
    return reading.bytes >= profile.min_bytes
