"""The first review: claim, approve, fail. By staff who may decide, never by the holder's own."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from domains.transitions import move
from registrar.accounts.models import Membership
from registrar.errors import FieldError, InvalidInput, NotPermitted, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.catalogue.catalogue import reasons
from verification.materials_rules import get_profile
from verification.models import Submission
from verification.models.material import MaterialState
from verification.notices import tell_result
from verification.states import FailureStage, SubmissionState
from verification.waiting.services import after_failure

from .handing_over import hand_over
from .reading import want_readings
from .reviewers import require_reviewer
from .subjects import Subject, lock_submission, settle


@transaction.atomic
def claim_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Take a submitted one for review; StateConflict when a colleague was faster.

    Asks for the reading of its pictures that nobody has read.
    """
    row, _subject = _for_reviewer(actor, submission)
    before = row.state
    move(row.claim)
    _take(actor, row)
    record(
        actor=actor,
        action="submission.claimed",
        about=row,
        before={"state": before},
        after={"state": row.state},
    )
    return row


@transaction.atomic
def take_over_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Take a colleague's claim, who is away: logged with both names.

    StateConflict when it is not in review, or is the actor's own already.
    """
    row, _subject = _for_reviewer(actor, submission)
    if row.state != SubmissionState.IN_REVIEW or row.reviewer_id == actor.user_id:
        raise StateConflict
    colleague = row.reviewer_id
    _take(actor, row)
    record(
        actor=actor,
        action="submission.taken_over",
        about=row,
        before={"reviewer": f"user:{colleague}"},
        after={"reviewer": f"user:{actor.user_id}"},
    )
    return row


@transaction.atomic
def approve_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Send a claimed one on to the authority; StateConflict unless it is the actor's own claim."""
    row, _subject = _claimed(actor, submission)
    hand_over(actor=actor, submission=row, profile=get_profile(row.profile))
    return row


@transaction.atomic
def fail_submission(
    *,
    actor: Actor,
    submission: Submission,
    reason_codes: Collection[str],
    note_to_user: str = "",
    note_to_staff: str = "",
) -> Submission:
    """Refuse a claimed one with at least one reason of the catalogue.

    `note_to_user` is shown to the customer, `note_to_staff` never.
    """
    codes = _known_reasons(reason_codes)
    row, subject = _claimed(actor, submission)
    before = row.state
    move(row.fail)
    row.stage = FailureStage.REVIEWER
    row.reason_codes = codes
    row.note_to_user = note_to_user.strip()
    row.note_to_staff = note_to_staff.strip()
    row.ended_at = timezone.now()
    row.save()
    settle(actor=actor, subject=subject, passed=False)
    tell_result(row)
    record(
        actor=actor,
        action="submission.failed",
        about=row,
        before={"state": before},
        after={"state": row.state, "stage": row.stage, "reasons": codes},
    )
    after_failure(actor, row)
    return row


def _take(actor: Actor, row: Submission) -> None:
    row.reviewer_id = actor.user_id
    row.claimed_at = timezone.now()
    row.save()
    # Handed in unread (READ_PICTURES was off, an earlier version): the reviewer wants the findings.
    want_readings(row.materials.filter(state=MaterialState.READY))


def _for_reviewer(actor: Actor, submission: Submission) -> tuple[Submission, Subject]:
    user = require_reviewer(actor)
    row, subject = lock_submission(submission.pk)
    if Membership.objects.filter(account_id=row.account_id, user=user).exists():
        raise NotPermitted(
            "own_account", _("You belong to this account: a colleague has to decide.")
        )
    return row, subject


def _claimed(actor: Actor, submission: Submission) -> tuple[Submission, Subject]:
    row, subject = _for_reviewer(actor, submission)
    if row.state != SubmissionState.IN_REVIEW:
        raise StateConflict
    if row.reviewer_id != actor.user_id:
        raise StateConflict("claimed_by_other", _("A colleague has claimed this submission."))
    return row, subject


def _known_reasons(codes: Collection[str]) -> list[str]:
    known = list(dict.fromkeys(codes))
    unknown = [code for code in known if code not in reasons()]
    if unknown or not known:
        message = _("Choose at least one reason from the catalogue.")
        raise InvalidInput(errors=[FieldError("reason_codes", "invalid_choice", message)])
    return known
