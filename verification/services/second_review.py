"""Four eyes: what one reviewer decided waits for another, who confirms it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.errors import StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.models import ReviewDecision, Submission
from verification.states import DecisionStanding, Verdict

from .carrying_out import carry_out_approval, carry_out_failure
from .claims import claimed_by, refuse_own_proposal
from .four_eyes import lock_proposal
from .holding import let_go
from .reasons_given import from_places
from .subjects import Subject

_DECIDED_OTHERWISE = _("A colleague has decided otherwise meanwhile: please read it first.")


@transaction.atomic
def confirm_decision(*, actor: Actor, submission: Submission, read: str = "") -> Submission:
    """Carry out what a colleague decided, with their reasons and notes.

    `read`: the decision's key as the actor's page had it, "" to confirm whichever waits.
    StateConflict where nothing waits to be confirmed, where another decision waits than was
    `read` (`decided_otherwise`), or where it is not in the actor's hands (claims.claimed_by);
    NotPermitted where the actor made the decision (`own_decision`).
    """
    row, subject = claimed_by(actor, submission)
    refuse_own_proposal(actor.user_id, row)
    proposal = lock_proposal(row)
    if proposal is None:
        raise StateConflict
    if read and read != str(proposal.pk):
        raise StateConflict("decided_otherwise", _DECIDED_OTHERWISE)
    carry_out(actor, row, subject, proposal)
    return row


def carry_out(
    actor: Actor,
    row: Submission,
    subject: Subject,
    proposal: ReviewDecision,
    *,
    note_to_staff: str = "",
) -> None:
    """The colleague's decision takes effect; the caller holds the locks and has asked whether
    `actor` may. `note_to_staff` is put below the colleague's."""
    close_decision(proposal, actor, DecisionStanding.IN_FORCE)
    notes = "\n".join(filter(None, (proposal.note_to_staff, note_to_staff)))
    if proposal.verdict == Verdict.APPROVE:
        carry_out_approval(actor, row, note_to_staff=notes)
        return
    carry_out_failure(
        actor,
        row,
        subject,
        reasons=from_places(proposal.reasons),
        note_to_user=proposal.note_to_user,
        note_to_staff=notes,
    )


def want_second_review(actor: Actor, row: Submission, *, overruled: bool) -> None:
    """It waits from now on for somebody else; the day it is due stays.

    The log is the account's own: that somebody has decided may be read there, and not what.
    """
    before = row.state
    row.waiting_since = timezone.now()
    let_go(row, proposed=True, idle=False)
    record(
        actor=actor,
        action="submission.decided_otherwise" if overruled else "submission.decision_proposed",
        about=row,
        before={"state": before},
        after={"state": row.state},
    )


def close_decision(
    decision: ReviewDecision, actor: Actor | None, standing: DecisionStanding
) -> None:
    """What became of a locked decision, and through whom; None: not through staff."""
    decision.standing = standing
    decision.closed_by_id = actor.user_id if actor is not None else None
    decision.closed_at = timezone.now()
    decision.save()
