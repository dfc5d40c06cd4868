"""What an authority says, however it came: kept, and carried out once."""

import datetime as dt
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from registrar.errors import NotFound
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.authorities.effects import as_kept, effect_of
from verification.authorities.port import Standing
from verification.models import AuthorityAnswer, Submission
from verification.states import AnswerEffect, AnswerVia, FailureStage, SubmissionState

from .outcomes import record_outcome
from .subjects import lock_submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One answer. `message_id` is the authority's, "" where it gives none."""

    authority_id: int
    via: AnswerVia
    standing: Standing
    raw_messages: tuple[str, ...] = field(default=(), repr=False)
    message_id: str = ""
    decided_at: dt.datetime | None = None


@transaction.atomic
def record_answer(*, actor: Actor, submission_id: int, said: Said) -> AnswerEffect:
    """Keep what was said and carry it out if it is the first decision; say what it did.

    Whoever brings the same twice, or later something else, changes nothing; a contradiction is
    logged for staff. NotFound when the submission isn't at that authority and never was.
    """
    row, _subject = lock_submission(submission_id)
    if not _concerns(row, said.authority_id):
        raise NotFound
    if _heard(row, said):
        return AnswerEffect.REPEATED
    effect = effect_of(
        said.standing,
        said.raw_messages,
        state=row.state,
        stage=row.stage,
        messages_before=row.raw_messages,
    )
    if not _says_nothing_new(row, said, effect):
        _keep(row, said, effect)
    if effect is AnswerEffect.APPLIED:
        record_outcome(
            actor=actor,
            submission_id=row.pk,
            passed=said.standing is Standing.PASSED,
            raw_messages=said.raw_messages,
        )
    elif effect is AnswerEffect.PENDING and row.received_at is None:
        row.received_at = timezone.now()
        row.save(update_fields=["received_at", "updated_at"])
    elif effect is AnswerEffect.CONTRADICTED:
        _log(actor, row, said)
    return effect


def _concerns(row: Submission, authority_id: int) -> bool:
    """Whether it is, or was to its end, with this authority."""
    if row.authority_id != authority_id:
        return False
    ended = row.state == SubmissionState.PASSED or row.stage in (
        FailureStage.AUTHORITY,
        FailureStage.TIMEOUT,
    )
    return ended or row.state == SubmissionState.AT_AUTHORITY


def _heard(row: Submission, said: Said) -> bool:
    if not said.message_id:
        return False
    return row.authority_answers.filter(message_id=said.message_id).exists()


def _says_nothing_new(row: Submission, said: Said, effect: AnswerEffect) -> bool:
    """ "Not yet" once more, however often an authority calls; or asked just before it decided."""
    if said.standing is not Standing.PENDING:
        return False
    if said.via == AnswerVia.POLL and effect is AnswerEffect.LATE:
        return True
    return row.authority_answers.filter(standing=said.standing, effect=effect).exists()


def _keep(row: Submission, said: Said, effect: AnswerEffect) -> None:
    AuthorityAnswer.objects.create(
        account_id=row.account_id,
        submission=row,
        authority_id=said.authority_id,
        via=said.via,
        message_id=said.message_id,
        standing=said.standing,
        raw_messages=as_kept(said.raw_messages),
        decided_at=said.decided_at,
        received_at=timezone.now(),
        effect=effect,
    )


def _log(actor: Actor, row: Submission, said: Said) -> None:
    record(
        actor=actor,
        action="submission.answer_contradicted",
        about=row,
        before={"state": row.state},
        after={"state": row.state, "answer": said.standing.value, "via": said.via.value},
    )
