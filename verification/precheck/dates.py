"""The document's dates: as read in a picture, else as typed (seed 000 §9, seeds 001 and 002).

The rules are those of the diagnosis; here it is decided which day they are asked about. What a
picture surely shows goes before what was typed, and that before an unsure reading.
"""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, replace

from verification.diagnosis.check_documents import (
    document_expired,
    document_near_expiry,
    document_newly_issued,
)
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.questions import NO_END, question_for
from verification.diagnosis.registry import Check
from verification.diagnosis.verdict import Outcome, Verdict
from verification.reading.model import LONG_TERM, Field

from .finding import Finding, Place
from .making import make_finding
from .seen import Seen, best

_CHECKS: tuple[tuple[str, Check, Field, str], ...] = (
    ("document_expired", document_expired, Field.EXPIRES_ON, "expires_on"),
    ("document_near_expiry", document_near_expiry, Field.EXPIRES_ON, "expires_on"),
    ("document_newly_issued", document_newly_issued, Field.ISSUED_ON, "issued_on"),
)
DATE_CODES = frozenset(code for code, *_ in _CHECKS)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on one date code, and where its day comes from. `seen` None: it was typed."""

    code: str
    verdict: Verdict
    seen: Seen | None
    form_field: str

    @property
    def sure(self) -> bool:
        return self.seen is None or self.seen.sure


def date_findings(dossier: Dossier) -> list[Finding]:
    found = []
    for judged in judge_dates(dossier):
        if judged.verdict.outcome is Outcome.CONFIRMED:
            places: list[Place] = [judged.seen.place] if judged.seen else []
            field = "" if judged.seen else judged.form_field
            found.append(
                make_finding(
                    judged.code,
                    dossier,
                    *judged.verdict.evidence,
                    sure=judged.sure,
                    field=field,
                    places=places,
                )
            )
    return found


def judge_dates(dossier: Dossier) -> list[Judged]:
    """Every date code of which a day is known, with the rule's verdict on that day."""
    found = []
    for code, check, field, form_field in _CHECKS:
        seen, typed = _seen(dossier, field), getattr(dossier, form_field)
        if seen is not None and (seen.sure or typed is None):
            asked = _with_day(dossier, code, form_field, seen.text)
        elif typed is not None:
            seen, asked = None, replace(dossier, answers={})
        else:
            continue
        found.append(Judged(code, check(asked), seen, form_field))
    return found


def _seen(dossier: Dossier, field: Field) -> Seen | None:
    """The date that was read, if it is one."""
    seen = best(dossier, field)
    if seen is None:
        return None
    endless = field is Field.EXPIRES_ON and seen.text == LONG_TERM
    return seen if endless or _day(seen.text) else None


def _with_day(dossier: Dossier, code: str, form_field: str, text: str) -> Dossier:
    """The dossier asked about the day that was read, and about nothing else."""
    if text == LONG_TERM:
        question = question_for(code)
        return replace(dossier, answers={question.key: NO_END} if question else {})
    if form_field == "expires_on":
        return replace(dossier, answers={}, expires_on=_day(text))
    return replace(dossier, answers={}, issued_on=_day(text))


def _day(text: str) -> dt.date | None:
    with suppress(ValueError):
        return dt.date.fromisoformat(text)
    return None
