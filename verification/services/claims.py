"""Who may decide this submission now: what every service of the reviewers asks first."""

import datetime as dt

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Membership
from registrar.errors import NotPermitted, StateConflict
from registrar.tenancy.actor import Actor
from verification.models import Submission
from verification.states import SubmissionState

from .reviewers import require_reviewer
from .subjects import Subject, lock_submission


def for_reviewer(actor: Actor, submission: Submission) -> tuple[Submission, Subject]:
    user = require_reviewer(actor)
    row, subject = lock_submission(submission.pk)
    if Membership.objects.filter(account_id=row.account_id, user=user).exists():
        raise NotPermitted(
            "own_account", _("You belong to this account: a colleague has to decide.")
        )
    return row, subject


def claimed_by(actor: Actor, submission: Submission) -> tuple[Submission, Subject]:
    row, subject = for_reviewer(actor, submission)
    if row.state != SubmissionState.IN_REVIEW:
        raise StateConflict
    if row.reviewer_id != actor.user_id:
        raise StateConflict("claimed_by_other", _("A colleague has claimed this submission."))
    return row, subject


def hold(actor: Actor, row: Submission) -> None:
    """`actor` has it in hand from now on; the caller saves."""
    row.reviewer_id = actor.user_id
    row.claimed_at = timezone.now()
    row.lease_until = row.claimed_at + dt.timedelta(minutes=settings.REVIEW_LEASE)
