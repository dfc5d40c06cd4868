"""Rows of answers; the caller holds the submission's lock and writes the log."""

from django.utils import timezone

from registrar.tenancy.actor import Actor
from verification.models import DiagnosisAnswer, Submission


def kept_answer(submission: Submission, key: str) -> DiagnosisAnswer | None:
    """What was answered to the question `key`."""
    found: DiagnosisAnswer | None = DiagnosisAnswer.objects.filter(
        submission=submission, code=key
    ).first()
    return found


def keep_answer(
    actor: Actor, submission: Submission, key: str, value: str
) -> DiagnosisAnswer | None:
    """The answer from now on; an empty `value` takes it back."""
    known = kept_answer(submission, key)
    if not value:
        if known is not None:
            known.delete()
        return None
    answer = known or DiagnosisAnswer(
        account_id=submission.account_id, submission=submission, code=key
    )
    answer.value = value
    answer.answered_by = actor.label[:128]
    answer.answered_at = timezone.now()
    answer.save()
    return answer
