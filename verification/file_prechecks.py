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
from verification.materials_rules import AuthorityProfile, PictureFacts
from verification.mending import Side, mend
from verification.picture_problems import not_made
from verification.prechecks import Form, Precheck, precheck
from verification.reading.model import PictureReading
from verification.reading.read import read_picture
from verification.repairing.by_reading import required_changes
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
        facts = _facts(self.file, self.reading)
        return Picture(
            kind=self.file.kind,
            format=facts.format,
            bytes=facts.bytes,
            width=facts.width,
            height=facts.height,
            digest=facts.sha256,
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
        problems = () if _goes_without(file, reading, profile) else (not_made(made),)
        return LookedAt(file=file, reading=reading, mended=None, problems=problems)
    return LookedAt(file=file, reading=reading, mended=made if made.changes else None)


def _goes_without(file: PictureFile, reading: PictureReading, profile: AuthorityProfile) -> bool:
    """Whether nothing is to be said of what can't be made of it: the authority takes it as it
    is, or it has too few bytes, which the limits themselves say."""
    required = required_changes(_facts(file, reading), profile, reading)
    return not required or reading.bytes < profile.min_bytes


def _facts(file: PictureFile, reading: PictureReading) -> PictureFacts:
    return PictureFacts(
        format=reading.format,
        bytes=reading.bytes,
        width=reading.width,
        height=reading.height,
        sha256=hashlib.sha256(file.content).hexdigest(),
    )
