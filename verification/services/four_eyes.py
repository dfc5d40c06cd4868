"""Whether two reviewers decide, and the first one's decision that waits for the second."""

from registrar.accounts.models import Account
from registrar.tenancy.context import for_the_registrar
from verification.models import ReviewDecision, ReviewPolicy, Submission
from verification.states import DecisionStanding


def four_eyes_for(account: Account, profile: str) -> bool:
    """Whether a second reviewer confirms each decision: asked of the account or the profile."""
    if account.four_eyes:
        return True
    with for_the_registrar():
        return ReviewPolicy.objects.filter(profile=profile, four_eyes=True).exists()


def proposal_of(submission: Submission) -> ReviewDecision | None:
    """The decision that waits for a second reviewer; one query."""
    rows = ReviewDecision.objects.filter(
        submission=submission, standing=DecisionStanding.PROPOSED
    ).select_related("reviewer")
    return rows.first()


def lock_proposal(submission: Submission) -> ReviewDecision | None:
    """The same, locked; the caller holds the submission's lock."""
    rows = ReviewDecision.objects.select_for_update(of=("self",))
    return rows.filter(submission=submission, standing=DecisionStanding.PROPOSED).first()
