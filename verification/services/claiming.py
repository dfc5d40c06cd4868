"""Taking a submission for review: a chosen one, a colleague's, or the most urgent."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from registrar.errors import ServiceError, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.models import Submission
from verification.models.material import MaterialState
from verification.selectors import materials_of
from verification.states import SubmissionState

from .claimable import most_urgent
from .claims import claimed_by_other, for_reviewer, has_lapsed, refuse_own_proposal
from .findings_noted import note_findings
from .holding import hold
from .reading import want_readings
from .reviewers import require_reviewer


@transaction.atomic
def claim_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Take one that waits, or one whose reviewer has been idle for longer than a claim holds.

    StateConflict when a colleague was faster; NotPermitted for an own account's, and where the
    actor's own decision waits to be confirmed. Asks for the reading of its pictures that nobody
    has read.
    """
    row, _subject = for_reviewer(actor, submission)
    refuse_own_proposal(actor.user_id, row)
    before, lapsed = _as_it_was(row), has_lapsed(row)
    if not lapsed:
        _refuse_a_colleagues(actor, row)
        move(row.claim)
    _take(actor, row)
    record(
        actor=actor,
        action="submission.claimed_lapsed" if lapsed else "submission.claimed",
        about=row,
        before=before if lapsed else {"state": before["state"]},
        after={"reviewer": _name(row.reviewer_id)} if lapsed else {"state": row.state},
    )
    return row


@transaction.atomic
def claim_next(*, actor: Actor, rather_not: Collection[int] = ()) -> Submission | None:
    """Claim the most urgent one that the actor could decide; None when there is none. Those of
    `rather_not` (keys) come last.

    Theirs by assignment first, then the oldest due. Two who ask at once get two different ones:
    whoever loses a row tries the next, and lets go of its lock by the savepoint.
    """
    user = require_reviewer(actor)
    tried: list[int] = []
    while (found := most_urgent(user, but_not=tried, rather_not=rather_not)) is not None:
        try:
            with transaction.atomic():
                return claim_submission(actor=actor, submission=found)
        except ServiceError:
            tried.append(found.pk)
    return None


@transaction.atomic
def take_over_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Take a colleague's claim, who is away: logged with both names, and when the claim had run
    out, if it had.

    StateConflict when it is not in review, or is the actor's own already; NotPermitted as for
    a claim.
    """
    row, _subject = for_reviewer(actor, submission)
    if row.state != SubmissionState.IN_REVIEW or row.reviewer_id == actor.user_id:
        raise StateConflict
    refuse_own_proposal(actor.user_id, row)
    before = _as_it_was(row)
    _take(actor, row)
    record(
        actor=actor,
        action="submission.taken_over",
        about=row,
        before={name: value for name, value in before.items() if name != "state"},
        after={"reviewer": _name(row.reviewer_id)},
    )
    return row


def _refuse_a_colleagues(actor: Actor, row: Submission) -> None:
    if row.state == SubmissionState.IN_REVIEW and row.reviewer_id != actor.user_id:
        raise claimed_by_other()


def _as_it_was(row: Submission) -> dict[str, Any]:
    found = {"state": row.state, "reviewer": _name(row.reviewer_id)}
    if has_lapsed(row) and row.lease_until is not None:
        found["lease_until"] = row.lease_until.isoformat()
    return found


def _name(user_id: int | None) -> str:
    return f"user:{user_id}"


def _take(actor: Actor, row: Submission) -> None:
    hold(row, actor)
    # Handed in unread (READ_PICTURES was off, an earlier version): the reviewer wants the findings.
    want_readings(m for m in materials_of(row) if m.state == MaterialState.READY)
    # As of today: what was handed in earlier may have expired, or been read by an older reader.
    note_findings(row)
