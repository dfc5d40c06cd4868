"""The rows that keep reviewers' decisions; inside the service that decides, under its lock."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.utils import timezone

from registrar.accounts.models import User
from verification.models import ReviewDecision, Submission
from verification.states import DecisionStanding, Verdict


@dataclass(frozen=True, slots=True)
class ReasonAt:
    """A reason of the catalogue and where the reviewer saw it: in a picture (its mat_… id), at
    a field of verification.finding_fields, at both, or of the whole ("")."""

    code: str
    picture: str = ""
    field: str = ""


def write_decision(
    *,
    reviewer: User,
    submission: Submission,
    verdict: Verdict,
    standing: DecisionStanding = DecisionStanding.IN_FORCE,
    reasons: Sequence[ReasonAt] = (),
    note_to_user: str = "",
    note_to_staff: str = "",
) -> ReviewDecision:
    """Keep what `reviewer` decided of a locked submission that they hold."""
    decision = ReviewDecision(
        account_id=submission.account_id,
        submission=submission,
        reviewer=reviewer,
        verdict=verdict,
        standing=standing,
        reasons=[asdict(reason) for reason in reasons],
        note_to_user=note_to_user.strip(),
        note_to_staff=note_to_staff.strip(),
        waiting_since=submission.waiting_since,
        claimed_at=submission.claimed_at,
        due_at=submission.review_due_at,
        decided_at=timezone.now(),
    )
    decision.save(force_insert=True)
    return decision
