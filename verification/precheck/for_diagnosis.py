"""What the pictures say of the causes that a failure names: "this is it", "not this"."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from verification.catalogue.findings import FINDING_CODES
from verification.diagnosis.dossier import Dossier, PictureFinding
from verification.diagnosis.evidence import Evidence, Kind, evidence
from verification.diagnosis.verdict import Outcome
from verification.reading.model import Side

from .checks import picture_problems
from .dates import DATE_CODES, judge_dates
from .documents import shown_as_chosen
from .finding import Finding
from .legibility import key_fields_sure
from .names import name_as_typed
from .numbers import number_as_typed
from .seen import all_read, looks

Cleared = Callable[[Dossier], Evidence | None]

# A finding that proves another, more general cause with the same observation.
_IMPLIED: Mapping[str, str] = MappingProxyType(
    {"name_is_legal_representative": "name_mismatch", "number_wrong_field": "number_mismatch"}
)
_FLAWS = (
    "image_blurry",
    "image_incomplete",
    "image_low_resolution",
    "image_not_color",
    "image_obstructed",
    "image_watermarked",
)


def picture_findings(dossier: Dossier) -> Mapping[str, PictureFinding] | None:
    """By code what was seen; None where no picture has been read.

    Confirmed is what a picture surely shows and this authority minds; ruled out, what was
    looked for in every picture and surely isn't there. Codes that pictures can't tell are left
    out.
    """
    if not any(reading is not None for reading in dossier.readings):
        return None
    found = {code: PictureFinding(Outcome.RULED_OUT, (said,)) for code, said in _cleared(dossier)}
    for finding in picture_problems(dossier):
        if finding.code in DATE_CODES and not finding.places:
            continue  # typed, which the diagnosis knows by itself
        for code in (finding.code, _IMPLIED.get(finding.code, finding.code)):
            known = found.get(code)
            if known is None or known.outcome is not Outcome.CONFIRMED:
                found[code] = _confirmed_or_open(finding, code)
    return found | _safe_days(dossier, found)


def _confirmed_or_open(finding: Finding, code: str) -> PictureFinding:
    softened = finding.level != FINDING_CODES[code].level
    proves = finding.sure and (finding.code != code or not softened)
    outcome = Outcome.CONFIRMED if proves else Outcome.UNKNOWN
    return PictureFinding(outcome, finding.evidence)


def _safe_days(dossier: Dossier, found: Mapping[str, PictureFinding]) -> dict[str, PictureFinding]:
    """The first safe day goes along with a document that is too new."""
    return {
        judged.code: PictureFinding(
            found[judged.code].outcome, found[judged.code].evidence, judged.verdict.safe_from
        )
        for judged in judge_dates(dossier)
        if judged.verdict.safe_from and judged.seen and judged.code in found
    }


def _cleared(dossier: Dossier) -> list[tuple[str, Evidence]]:
    said = [(code, clear(dossier)) for code, clear in _CLEARS.items()]
    dates = [
        (judged.code, judged.verdict.evidence[0])
        for judged in judge_dates(dossier)
        if judged.seen and judged.sure and judged.verdict.outcome is Outcome.RULED_OUT
    ]
    return [(code, one) for code, one in said if one is not None] + dates


def _name(dossier: Dossier) -> Evidence | None:
    seen = name_as_typed(dossier)
    return evidence(Kind.NAME_AGREES, read=seen.text) if seen else None


def _number(dossier: Dossier) -> Evidence | None:
    return evidence(Kind.NUMBER_AGREES) if number_as_typed(dossier) else None


def _type(dossier: Dossier) -> Evidence | None:
    if not shown_as_chosen(dossier):
        return None
    return evidence(Kind.SHOWS_CHOSEN_TYPE, type=dossier.document_type)


def _side(dossier: Dossier) -> Evidence | None:
    fronts = (Side.FRONT, Side.BOTH)
    shown = any(look.document.side in fronts for look in looks(dossier))
    return evidence(Kind.PORTRAIT_SIDE_SHOWN) if shown and shown_as_chosen(dossier) else None


def _legible(dossier: Dossier) -> Evidence | None:
    return evidence(Kind.KEY_FIELDS_READ) if key_fields_sure(dossier) else None


def _flawless(dossier: Dossier) -> Evidence | None:
    """Every picture was looked at; flaws that were found overrule it."""
    opened = all(reading is None or not reading.failure for reading in dossier.readings)
    return evidence(Kind.NOT_IN_PICTURE) if all_read(dossier) and opened else None


_CLEARS: Mapping[str, Cleared] = MappingProxyType(
    {
        "name_mismatch": _name,
        "name_is_legal_representative": _name,
        "number_mismatch": _number,
        "number_wrong_field": _number,
        "document_type_mismatch": _type,
        "image_wrong_side": _side,
        "image_unreadable": _legible,
        **dict.fromkeys(_FLAWS, _flawless),
    }
)
