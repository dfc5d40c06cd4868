"""One case through the product's own reading and checks, in this process."""

import datetime as dt
import hashlib
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from templates_app.rules.simplified import simplified
from templates_app.rules.text import fold_width
from tests.precheck_set.case import Case
from verification.diagnosis.dossier import DOCUMENT, Dossier, Picture
from verification.materials_rules import DEFAULT_PROFILE, PROFILES
from verification.precheck.checks import find_problems
from verification.reading.model import Field, PictureReading
from verification.reading.read import read_picture

# Dots in names that a recogniser or a keyboard may give for one another.
_DOTS = str.maketrans(dict.fromkeys("•・‧∙⋅.", "·"))
_NAME_FIELDS = (Field.NAME, Field.NAME_LATIN)


@dataclass(frozen=True)
class PictureResult:
    """What reading one picture took, and told. Seconds; `steps` by step."""

    name: str
    wall: float
    steps: Mapping[str, float]
    type: str
    failure: str
    flaws: tuple[str, ...]
    values: Mapping[str, str]


@dataclass(frozen=True)
class Result:
    """`found` are the codes with their gravest level. `read` says of name, number and type
    whether the pictures gave what the paper says; None: not to be judged. `error` is what was
    raised, which nothing should."""

    case: str
    found: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, bool | None] = field(default_factory=dict)
    pictures: tuple[PictureResult, ...] = ()
    error: str = ""

    @property
    def blocking(self) -> frozenset[str]:
        return frozenset(code for code, level in self.found.items() if level == "block")


def run_case(case: Case, contents: Sequence[bytes]) -> Result:
    """`contents` are the bytes of the case's files. Never raises: that would be a result."""
    pictures: list[PictureResult] = []
    readings: list[PictureReading] = []
    try:
        for file, content in zip(case.files, contents, strict=True):
            start = time.perf_counter()
            reading = read_picture(content)
            wall = time.perf_counter() - start
            readings.append(reading)
            pictures.append(_picture_result(file.name, reading, wall))
        found = _levels(dossier_of(case, contents, readings))
    except Exception as error:
        return Result(case.id, pictures=tuple(pictures), error=f"{type(error).__name__}: {error}")
    return Result(case.id, found, _judged(case, readings), tuple(pictures))


def dossier_of(
    case: Case, contents: Sequence[bytes], readings: Sequence[PictureReading]
) -> Dossier:
    """What the product's own doors would build of this form and these pictures."""
    form = case.form["form"]
    dates = {
        key: dt.date.fromisoformat(form[key]) for key in ("issued_on", "expires_on") if key in form
    }
    pictures = tuple(
        Picture(
            kind=DOCUMENT,
            format=reading.format,
            bytes=len(content),
            width=reading.width,
            height=reading.height,
            digest=hashlib.sha256(content).hexdigest(),
            extension=PurePath(file.name).suffix.lstrip("."),
        )
        for file, content, reading in zip(case.files, contents, readings, strict=True)
    )
    return Dossier(
        holder_type=form["registrant_type"],
        name=form["name"],
        document_type=case.form["document_type"],
        number=case.form["document_number"],
        profile=PROFILES[case.form.get("profile", DEFAULT_PROFILE)],
        submitted_on=case.today,
        today=case.today,
        pictures=pictures,
        readings=tuple(readings),
        **dates,
        **case.contact,
    )


def _levels(dossier: Dossier) -> dict[str, str]:
    """The gravest level of each code."""
    order = ("info", "warn", "block")
    levels: dict[str, str] = {}
    for finding in find_problems(dossier):
        old = levels.get(finding.code, "info")
        levels[finding.code] = max(old, finding.level, key=order.index)
    return levels


def _picture_result(name: str, reading: PictureReading, wall: float) -> PictureResult:
    return PictureResult(
        name=name,
        wall=wall,
        steps=dict(reading.seconds),
        type=reading.document.type,
        failure=reading.failure,
        flaws=tuple(f"{flaw.code} {flaw.confidence:.2f}" for flaw in reading.flaws),
        values={str(key): value.text for key, value in reading.document.values.items()},
    )


def _judged(case: Case, readings: Sequence[PictureReading]) -> dict[str, bool | None]:
    """Names count as read where they differ in width, dot or variant only: the comparison folds
    those. Numbers have to be the very same."""
    truth = case.truth
    names = _texts(readings, _NAME_FIELDS)
    numbers = _texts(readings, (Field.NUMBER,))
    types = {reading.document.type for reading in readings} - {""}
    return {
        "name": folded(truth["name"]) in map(folded, names) if truth.get("name") else None,
        "number": truth["number"] in numbers if truth.get("number") else None,
        "type": types == ({truth["type"]} - {""}) if "type" in truth else None,
    }


def _texts(readings: Iterable[PictureReading], fields: Sequence[Field]) -> list[str]:
    return [
        reading.document.values[key].text
        for reading in readings
        for key in fields
        if key in reading.document.values
    ]


def folded(name: str) -> str:
    """Without width, variant, dot, comma and case: what a comparison of names sets aside."""
    text = fold_width(name).translate(_DOTS).replace(",", " ").upper()
    return "".join(simplified(character) for character in text if not character.isspace())
