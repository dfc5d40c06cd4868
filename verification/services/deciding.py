"""The first review: approve, fail. By staff who may decide, never by the holder's own."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from domains.transitions import move
from registrar.errors import FieldError, InvalidInput
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.catalogue.catalogue import reasons
from verification.materials_rules import get_profile
from verification.models import Submission
from verification.notices import tell_result
from verification.states import FailureStage
from verification.waiting.services import after_failure

from .claims import claimed_by
from .handing_over import hand_over
from .subjects import settle


@transaction.atomic
def approve_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Send a claimed one on to the authority; StateConflict unless it is the actor's own claim."""
    row, _subject = claimed_by(actor, submission)
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
    row, subject = claimed_by(actor, submission)
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


def _known_reasons(codes: Collection[str]) -> list[str]:
    known = list(dict.fromkeys(codes))
    unknown = [code for code in known if code not in reasons()]
    if unknown or not known:
        message = _("Choose at least one reason from the catalogue.")
        raise InvalidInput(errors=[FieldError("reason_codes", "invalid_choice", message)])
    return known
