"""Readings made by hand, and dossiers whose pictures were read so."""

from collections.abc import Mapping

from tests.verification.diagnosis.dossiers import TODAY
from tests.verification.diagnosis.dossiers import company as company_dossier
from tests.verification.diagnosis.dossiers import person as person_dossier
from verification.diagnosis import Dossier, Picture
from verification.precheck.checks import find_problems
from verification.precheck.finding import Finding
from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    Flaw,
    PictureReading,
    ReadValue,
    Side,
    TextLine,
)

BOX = Box(0.3, 0.4, 0.7, 0.5)
NAME, NUMBER = "张示例", "11010519491231002X"
COMPANY, CODE = "北京示例科技有限公司", "91110108MA001234XF"
LEGAL = "李代表"
BACK = Picture("identity_document_back", "jpeg", 300_000, 2000, 1400, "b" * 64)
LINES = (TextLine("公民身份号码 11010519491231002X", 0.98, BOX),)

Values = Mapping[Field, "str | tuple[str, float] | ReadValue | None"]


def value(text: str, confidence: float = 0.98, *, weak: tuple[int, ...] = ()) -> ReadValue:
    """A value whose characters at `weak` (from 0) were read with doubt."""
    characters = tuple(0.5 if at in weak else 0.99 for at in range(len(text)))
    return ReadValue(text, confidence, BOX, characters)


def reading(
    kind: str,
    values: Values,
    *,
    confidence: float = 0.97,
    side: Side = Side.FRONT,
    variant: str = "",
    flaws: tuple[Flaw, ...] = (),
    lines: tuple[TextLine, ...] = LINES,
    failure: str = "",
) -> PictureReading:
    document = DocumentReading(
        type=kind,
        confidence=confidence if kind else 0.0,
        side=side,
        variant=variant,
        values={name: _value(given) for name, given in values.items() if given is not None},
    )
    return PictureReading(
        format="jpeg",
        bytes=300_000,
        width=2000,
        height=1400,
        document=document,
        flaws=flaws,
        lines=lines,
        failure=failure,
    )


def card(values: Values | None = None, **changes: object) -> PictureReading:
    """A resident card that says what `person()` typed."""
    own: Values = {Field.NAME: NAME, Field.NUMBER: NUMBER, **(values or {})}
    return reading("SFZ", own, **changes)  # type: ignore[arg-type]


def licence(values: Values | None = None, **changes: object) -> PictureReading:
    """A business licence that says what `company()` typed."""
    own: Values = {
        Field.NAME: COMPANY,
        Field.NUMBER: CODE,
        Field.LEGAL_REPRESENTATIVE: LEGAL,
        **(values or {}),
    }
    return reading("YYZZ", own, **changes)  # type: ignore[arg-type]


def passport(values: Values | None = None, **changes: object) -> PictureReading:
    own: Values = {
        Field.NAME_LATIN: "SMITH, JOHN PAUL",
        Field.NUMBER: "L01X00T47",
        Field.COUNTRY: "GBR",
        **(values or {}),
    }
    return reading("HZ", own, **({"variant": "mrz"} | changes))  # type: ignore[arg-type]


def person(*readings: PictureReading | None, **changes: object) -> Dossier:
    return person_dossier(**_with(readings, changes))


def company(*readings: PictureReading | None, **changes: object) -> Dossier:
    return company_dossier(**_with(readings, changes))


def traveller(*readings: PictureReading | None, **changes: object) -> Dossier:
    """A foreigner with a passport, typed as it is printed."""
    typed = {"name": "John Paul Smith", "name_en": "John Paul Smith", "number": "L01X00T47"}
    return person(*readings, **({"document_type": "HZ", "country": "HK"} | typed | changes))


def found(dossier: Dossier) -> dict[str, str]:
    """Level by code."""
    return {one.code: one.level for one in find_problems(dossier)}


def the(code: str, dossier: Dossier) -> Finding:
    """The one finding with this code."""
    (one,) = (one for one in find_problems(dossier) if one.code == code)
    return one


def kinds(finding: Finding) -> list[str]:
    return [str(one.kind) for one in finding.evidence]


def _value(given: "str | tuple[str, float] | ReadValue | None") -> ReadValue:
    if isinstance(given, ReadValue):
        return given
    return value(given) if isinstance(given, str) else value(*(given or ("", 0.0)))


def _with(
    readings: tuple[PictureReading | None, ...], changes: Mapping[str, object]
) -> dict[str, object]:
    picture = Picture("identity_document", "jpeg", 300_000, 2000, 1400, "a" * 64)
    pictures = (picture,) * max(len(readings), 1)
    return {
        "pictures": pictures,
        "readings": readings,
        "submitted_on": TODAY,
        "province": "北京市",
        **changes,
    }
