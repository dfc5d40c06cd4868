"""A verdict in words: title, evidence, fix, question, and where to go."""

from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Language
from verification.diagnosis import Dossier, Outcome, Question, Verdict, question_for
from verification.diagnosis.questions import answer_of
from verification.diagnosis.wording import say_evidence, say_question
from verification.failure_types import AskedQuestion, Cause, EvidenceData, SafeFrom
from verification.finding_fixes import FIXES
from verification.fix_places import field_of, fix_url
from verification.models import Submission


def unchecked_cause(code: str, language: Language) -> Cause:
    """A cause of which nobody has looked whether it is the one."""
    return Cause(
        code=code,
        verdict="unknown",
        title=FINDING_CODES[code].title.pick(language),
        evidence="",
        evidence_data=[],
        fix=FIXES[code].pick(language),
        field=field_of(code),
        fix_url="",
        question=None,
        answer=None,
        safe_from=None,
    )


def diagnosed_cause(
    verdict: Verdict, submission: Submission, dossier: Dossier, language: Language
) -> Cause:
    """A judged cause. A question is put where an answer could still change the verdict, or
    has made it."""
    answer = answer_of(verdict.code, dossier.answers)
    question = question_for(verdict.code)
    asked = question if question and (verdict.outcome is Outcome.UNKNOWN or answer) else None
    cause = unchecked_cause(verdict.code, language)
    cause["verdict"] = str(verdict.outcome)
    cause["evidence"] = say_evidence(verdict.evidence, language)
    cause["evidence_data"] = [
        EvidenceData(kind=str(one.kind), params=dict(one.params)) for one in verdict.evidence
    ]
    cause["fix_url"] = fix_url(verdict.code, submission)
    cause["question"] = _ask(asked, dossier, language) if asked else None
    cause["answer"] = answer or None
    cause["safe_from"] = _safe_from(verdict)
    return cause


def _ask(question: Question, dossier: Dossier, language: Language) -> AskedQuestion:
    return AskedQuestion(
        key=question.key,
        kind=question.kind,
        text=say_question(question, dossier, language),
        open_ended=question.open_ended,
    )


def _safe_from(verdict: Verdict) -> SafeFrom | None:
    safe = verdict.safe_from
    return SafeFrom(date=safe.date, provisional=safe.provisional) if safe else None
