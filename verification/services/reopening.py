"""Taking a reviewer's decision back, as long as nothing has gone to the authority."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.models import ReviewDecision, Submission
from verification.notices import tell_reopened
from verification.retrying import still_failed
from verification.states import DecisionStanding, FailureStage, SubmissionState
from verification.waiting.selectors import superseding
from verification.waiting.services import after_reopening

from .claims import for_reviewer
from .holding import hold
from .more_rows import drop_more_requests
from .review_clock import resume_clock, start_clock
from .second_review import close_decision
from .subjects import Subject, return_to_review

_STATE = SubmissionState
_STANDS = (DecisionStanding.PROPOSED, DecisionStanding.IN_FORCE)


@transaction.atomic
def reopen_submission(*, actor: Actor, submission: Submission, note: str = "") -> Submission:
    """Bring it back into the actor's hands, with what the decision had caused undone.

    Possible before an approved one was sent; after a reviewer's failure as long as the template
    or domain still stands as this failure left it; while more is wanted and not yet brought;
    and, for whoever decided, while a second reviewer is awaited. `note` (for staff only) is
    needed where the decision was a colleague's. Raises StateConflict (`already_sent`,
    `not_reopenable`, `superseded`, `holder_changed`), Blocked by the domain's gate, or
    InvalidInput without a note.
    """
    row, subject = for_reviewer(actor, submission)
    decision = _standing_decision(row)
    before = row.state
    _require_reopenable(actor, row, subject, decision)
    why = _noted(actor, row, decision, note)
    move(row.reopen)
    _undo(actor, row, subject, before)
    if decision is not None:
        decision.closing_note = why
        close_decision(decision, actor, DecisionStanding.REOPENED)
    hold(row, actor)
    record(
        actor=actor,
        action="submission.reopened",
        about=row,
        before={"state": before},
        after={"state": row.state},
    )
    return row


def why_not_reopened(row: Submission) -> StateConflict | None:
    """Why no decision can be taken back, by the submission's own row; None where its decision,
    template or domain may still stand against it."""
    if row.state == _STATE.AT_AUTHORITY and row.reviewer_id is not None:
        return None if row.sent_at is None else StateConflict("already_sent", _SENT)
    if row.state == _STATE.FAILED and row.stage == FailureStage.REVIEWER:
        return None
    if row.state in (_STATE.MORE_WANTED, _STATE.SECOND_REVIEW):
        return None
    return StateConflict("not_reopenable", _NOT_REOPENABLE)


_SENT = _("This has gone to the authority already: it can't be taken back any more.")
_NOT_REOPENABLE = _("There is no decision of a reviewer that could be taken back.")
_NOT_YOURS = _("A colleague's decision waits for a second reviewer: claim it and decide.")
_SUPERSEDED = _("The customer has moved on since: another submission went out, or was verified.")
_HOLDER_CHANGED = _("The holder's data were changed since: this submission says something else.")
_SAY_WHY = _("Say why you take a colleague's decision back.")


def _require_reopenable(
    actor: Actor, row: Submission, subject: Subject, decision: ReviewDecision | None
) -> None:
    refused = why_not_reopened(row)
    if refused is not None:
        raise refused
    if row.state == _STATE.SECOND_REVIEW and not _by(actor, decision):
        raise StateConflict("not_reopenable", _NOT_YOURS)
    if row.state == _STATE.FAILED:
        if not still_failed(row) or superseding(row).exists():
            raise StateConflict("superseded", _SUPERSEDED)
        if not _says_the_same(row, subject):
            raise StateConflict("holder_changed", _HOLDER_CHANGED)


def _says_the_same(row: Submission, subject: Subject) -> bool:
    """Whether passing this submission would verify what stands there now."""
    now, template = subject.holder(), subject.template
    if template is not None:
        now |= {"document_type": template.document_type, "number_index": template.number_index}
    return all(getattr(row, name) == value for name, value in now.items())


def _noted(actor: Actor, row: Submission, decision: ReviewDecision | None, note: str) -> str:
    own = _by(actor, decision) or (decision is None and row.reviewer_id == actor.user_id)
    if not own and not note.strip():
        raise InvalidInput(errors=[FieldError("note", "required", _SAY_WHY)])
    return note.strip()


def _by(actor: Actor, decision: ReviewDecision | None) -> bool:
    return decision is not None and decision.reviewer_id == actor.user_id


def _standing_decision(row: Submission) -> ReviewDecision | None:
    """The newest that counts, locked; None where it was decided before decisions were kept."""
    rows = ReviewDecision.objects.select_for_update(of=("self",))
    return rows.filter(submission=row, standing__in=_STANDS).order_by("-pk").first()


def _undo(actor: Actor, row: Submission, subject: Subject, was: str) -> None:
    """What the decision had caused; the decision's row keeps reasons and notes."""
    row.due_at = row.deadline = row.ended_at = None
    row.stage = row.note_to_user = row.note_to_staff = ""
    row.reason_codes, row.reason_places = [], []
    row.authority = None
    _go_on(row)
    if was == _STATE.FAILED:
        return_to_review(actor=actor, subject=subject)
        after_reopening(actor, row)
    if was == _STATE.MORE_WANTED:
        drop_more_requests(row)
    if was in (_STATE.FAILED, _STATE.MORE_WANTED):
        tell_reopened(row)


def _go_on(row: Submission) -> None:
    """The clock: on with what was left, or by the day that was promised."""
    if row.review_minutes_left is not None:
        resume_clock(row)
    elif row.review_due_at is None:
        start_clock(row)
    else:
        row.waiting_since = timezone.now()
