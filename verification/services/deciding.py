"""The first review: approve, fail. By staff who may decide, never by the holder's own.

Where four eyes are wanted (services.four_eyes), a decision is proposed first; the second
reviewer confirms it (services.second_review) or decides otherwise, here like anybody else.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from registrar.tenancy.actor import Actor
from verification.models import ReviewDecision, Submission
from verification.states import DecisionStanding, Verdict

from .carrying_out import carry_out_approval, carry_out_failure
from .claims import claimed_by, refuse_own_proposal
from .decision_rows import ReasonAt, write_decision
from .four_eyes import four_eyes_for, lock_proposal
from .reasons_given import checked_reasons
from .reviewers import require_reviewer
from .second_review import carry_out, close_decision, want_second_review


@transaction.atomic
def approve_submission(
    *, actor: Actor, submission: Submission, note_to_staff: str = ""
) -> Submission:
    """Send a claimed one on to the authority, after settings.REVIEW_GRACE seconds in which it
    can be reopened.

    With four eyes it is proposed, and waits for a second reviewer; whoever approves what a
    colleague proposed to approve confirms it. StateConflict unless it is in the actor's hands
    (claims.claimed_by), NotPermitted where the actor made the decision that waits
    (`own_decision`).
    """
    row, subject = claimed_by(actor, submission)
    proposal = _of_a_colleague(actor, row)
    note = note_to_staff.strip()
    if proposal is not None and proposal.verdict == Verdict.APPROVE:
        carry_out(actor, row, subject, proposal, note_to_staff=note)
        return row
    if not _only_proposed(actor, row, proposal, Verdict.APPROVE, note_to_staff=note):
        carry_out_approval(actor, row, note_to_staff=note)
    return row


@transaction.atomic
def fail_submission(
    *,
    actor: Actor,
    submission: Submission,
    reasons: Sequence[ReasonAt],
    note_to_user: str = "",
    note_to_staff: str = "",
) -> Submission:
    """Refuse a claimed one with at least one reason of the catalogue, of the whole or at places.

    `note_to_user` is shown to the customer, `note_to_staff` never. With four eyes it is
    proposed. Raises InvalidInput for reasons or places that don't exist, and what
    `approve_submission` raises.
    """
    row, subject = claimed_by(actor, submission)
    proposal = _of_a_colleague(actor, row)
    given = checked_reasons(row, reasons)
    said = {"note_to_user": note_to_user.strip(), "note_to_staff": note_to_staff.strip()}
    if not _only_proposed(actor, row, proposal, Verdict.FAIL, reasons=given, **said):
        carry_out_failure(actor, row, subject, reasons=given, **said)
    return row


def _of_a_colleague(actor: Actor, row: Submission) -> ReviewDecision | None:
    """The standing proposal, locked; NotPermitted where the actor made it."""
    refuse_own_proposal(actor.user_id, row)
    return lock_proposal(row)


def _only_proposed(
    actor: Actor,
    row: Submission,
    proposal: ReviewDecision | None,
    verdict: Verdict,
    **said: Any,
) -> bool:
    """Keep the decision; whether a second reviewer has to confirm it before it counts.

    Two who disagree are decided by a third, whatever the account wants by now.
    """
    wants_second = proposal is not None or four_eyes_for(row.account, row.profile)
    if proposal is not None:
        close_decision(proposal, actor, DecisionStanding.OVERRULED)
    standing = DecisionStanding.PROPOSED if wants_second else DecisionStanding.IN_FORCE
    write_decision(
        reviewer=require_reviewer(actor),
        submission=row,
        verdict=verdict,
        standing=standing,
        **said,
    )
    if wants_second:
        want_second_review(actor, row, overruled=proposal is not None)
    return wants_second
