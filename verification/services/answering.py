"""What the user answers to the diagnosis' questions."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import FieldError, InvalidInput, NotFound, StateConflict, Text
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.diagnosis import Question, question_for
from verification.failures import causes_of
from verification.models import DiagnosisAnswer, Submission
from verification.states import SubmissionState

_NOT_FAILED = _("Only a submission that has failed has questions.")
_UNKNOWN = _("This failure asks no such question.")
_MALFORMED = _("Answer with yes or no.")
_NO_DATE = _("Give a day that can be right, such as 2026-01-31.")


@transaction.atomic
def answer_question(
    *, actor: Actor, submission: Submission, code: str, value: str
) -> DiagnosisAnswer | None:
    """Keep, change or (with an empty `value`) withdraw the answer about the cause `code`.

    `value` is yes or no, or for a date ISO 8601, or `none` for a document without an end date.
    One answer settles every cause that its question is about. Raises NotPermitted, NotFound,
    StateConflict (it has not failed) or InvalidInput (`code`: the failure doesn't name this
    cause, or nothing is asked about it; `value`: no answer to this question).
    """
    require(actor, Permission.VERIFICATIONS_WRITE)
    row = Submission.objects.select_for_update(of=("self",)).filter(pk=submission.pk).first()
    if row is None:
        raise NotFound
    if row.state != SubmissionState.FAILED:
        raise StateConflict("not_failed", _NOT_FAILED)
    question = _asked(row, code)
    if value and not question.accepts(value, today=timezone.localdate()):
        raise _wrong("value", "invalid", _MALFORMED if question.kind == "yes_no" else _NO_DATE)
    known = DiagnosisAnswer.objects.filter(submission=row, code=question.key).first()
    before = known.value if known else ""
    if value == before:
        return known
    kept = _keep(actor, row, question.key, value, known)
    record(
        actor=actor,
        action="submission.question_answered",
        about=row,
        before={"question": question.key, "answer": before},
        after={"question": question.key, "answer": value},
    )
    return kept


def _asked(row: Submission, code: str) -> Question:
    question = question_for(code)
    if question is None or not causes_of(row).intersection(question.codes):
        raise _wrong("code", "not_asked", _UNKNOWN)
    return question


def _keep(
    actor: Actor, row: Submission, key: str, value: str, known: DiagnosisAnswer | None
) -> DiagnosisAnswer | None:
    if not value:
        if known is not None:
            known.delete()
        return None
    answer = known or DiagnosisAnswer(account_id=row.account_id, submission=row, code=key)
    answer.value = value
    answer.answered_by = actor.label[:128]
    answer.answered_at = timezone.now()
    answer.save()
    return answer


def _wrong(field: str, code: str, message: Text) -> InvalidInput:
    return InvalidInput(errors=[FieldError(field, code, message)])
