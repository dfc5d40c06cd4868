"""From our side to the authority's: the row becomes work that is due."""

import datetime as dt

from django.utils import timezone

from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.authorities.routing import require_authority
from verification.materials_rules import AuthorityProfile
from verification.models import Submission
from verification.schedule import deadline_after
from verification.tasks import forward_submission

_AT_ONCE = dt.timedelta(0)


def hand_over(
    *,
    actor: Actor,
    submission: Submission,
    profile: AuthorityProfile,
    wait: dt.timedelta = _AT_ONCE,
) -> None:
    """Queue a locked submission for the authority that its suffix and profile lead to.

    StateConflict when it has moved on, or when no authority takes it. Nothing is sent here: the
    worker does it after the commit, the sweep if it didn't. With `wait` nobody sends it before
    that time is over, so that a decision can be taken back.
    """
    before = submission.state
    move(submission.hand_over)
    submission.authority = require_authority(suffix=suffix_of(submission), profile=profile.code)
    submission.due_at = timezone.now() + wait
    submission.deadline = deadline_after(profile, today=timezone.localdate())
    submission.save()
    record(
        actor=actor,
        action="submission.handed_over",
        about=submission,
        before={"state": before},
        after={
            "state": submission.state,
            "authority": submission.authority.code,
            "deadline": submission.deadline.isoformat(),
        },
    )
    if wait <= _AT_ONCE:
        hurry_on_commit(forward_submission, submission.pk, submission.account_id)


def suffix_of(submission: Submission) -> str:
    """What the authority's choice goes by: "" for a template."""
    return submission.domain.suffix if submission.domain else ""
