"""Causes judged and put in order."""

from collections.abc import Sequence
from dataclasses import replace

from templates_app.rules.numbers import normalise_number

from .dossier import Attempt, Dossier
from .evidence import Evidence, Kind, evidence
from .questions import NO, YES, answer_of, question_for
from .registry import CHECKS
from .verdict import Outcome, Verdict, confirmed, ruled_out, unknown

# How much the place in the reason's list weighs against what a check thinks.
_PLACE = 0.4
# How much an earlier attempt moves a cause.
_BEFORE = 0.2
# Said last of the confirmed ones: what others say more precisely.
_GENERAL = ("name_mismatch", "number_mismatch", "number_checksum")
_ORDER = (Outcome.CONFIRMED, Outcome.UNKNOWN, Outcome.RULED_OUT)


def diagnose(causes: Sequence[str], dossier: Dossier) -> list[Verdict]:
    """The causes of one reason (likeliest first, as the catalogue has them), each once.

    Confirmed ones first, then unknown ones by likelihood, last those that are ruled out.
    """
    codes = list(dict.fromkeys(causes))
    verdicts = [check_cause(code, dossier) for code in codes]
    place = {code: 1 - at / len(codes) for at, code in enumerate(codes)}
    return sorted(verdicts, key=lambda verdict: _rank(verdict, place[verdict.code]))


def check_cause(code: str, dossier: Dossier) -> Verdict:
    """One cause: by what was submitted, then by the pictures, then by the user's answer.

    What is conclusive first stands. A code without a check is unknown; nothing raises.
    """
    check = CHECKS.get(code)
    found = check(dossier) if check else unknown()
    for step in (_by_picture, _by_answer, _by_attempts):
        if found.outcome is Outcome.UNKNOWN:
            found = step(code, dossier, found)
    return replace(found, code=code)


def _rank(verdict: Verdict, place: float) -> tuple[int, float, float]:
    group = _ORDER.index(verdict.outcome)
    if verdict.outcome is Outcome.UNKNOWN:
        return group, -(verdict.likelihood + _PLACE * place), 0
    return group, verdict.code in _GENERAL, -place


def _by_picture(code: str, dossier: Dossier, found: Verdict) -> Verdict:
    seen = (dossier.picture_findings or {}).get(code)
    if seen is None:
        return found
    if seen.outcome is Outcome.CONFIRMED:
        said = seen.evidence or (evidence(Kind.SEEN_IN_PICTURE),)
        return confirmed(*said, safe_from=seen.safe_from)
    if seen.outcome is Outcome.RULED_OUT:
        return ruled_out(*(seen.evidence or (evidence(Kind.NOT_IN_PICTURE),)))
    return replace(found, evidence=(*found.evidence, *seen.evidence))


def _by_answer(code: str, dossier: Dossier, found: Verdict) -> Verdict:
    """Yes or no; dates are read by the checks that know what they mean."""
    question = question_for(code)
    said = answer_of(code, dossier.answers)
    if question is None or said not in (YES, NO):
        return found
    if said == question.confirms:
        # What spoke against it is settled by whoever holds the document.
        return confirmed(evidence(Kind.ANSWERED_YES))
    return ruled_out(evidence(Kind.ANSWERED_NO))


def _by_attempts(code: str, dossier: Dossier, found: Verdict) -> Verdict:
    """The same value that failed before for the same cause is suspect; a changed one that
    still fails is less so."""
    before = next((one for one in reversed(dossier.attempts) if code in one.causes), None)
    same = before and _same(code, dossier, before)
    if before is None or same is None:
        return found
    kind = Kind.SAME_FAILED_BEFORE if same else Kind.CHANGED_AND_FAILED
    said: Evidence = evidence(kind, date=before.on.isoformat())
    moved = found.likelihood + (_BEFORE if same else -_BEFORE)
    return unknown(*found.evidence, said, likelihood=min(max(moved, 0.0), 1.0))


def _same(code: str, dossier: Dossier, before: Attempt) -> bool | None:
    """Whether what the cause is about was the same then; None where it isn't known."""
    if code.startswith("name_"):
        return before.name == dossier.name
    if code.startswith("number_"):
        return before.number == normalise_number(dossier.number)
    if code.startswith("document_type_"):
        return before.document_type == dossier.document_type
    if code.startswith("image_") and dossier.pictures and before.pictures:
        return bool(before.pictures & {picture.digest for picture in dossier.pictures})
    return None
