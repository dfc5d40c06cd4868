"""By when a first review is to be done: working hours of the reviewers, the clock of a case."""

import datetime as dt

from django.conf import settings
from django.utils import timezone

from registrar.tenancy.context import for_the_registrar
from registrar.workdays.hours import WorkingDay, add_working_minutes, working_minutes_between
from verification.models import ReviewPolicy, Submission


def start_clock(submission: Submission) -> None:
    """It begins to wait for a reviewer: from now on, with the whole time of its profile."""
    now = timezone.now()
    submission.waiting_since = now
    submission.review_due_at = _after(now, _minutes_for(submission.profile))


def stop_clock(submission: Submission) -> None:
    """Something is wanted from the customer: what was left of the time is kept."""
    if submission.review_due_at is not None:
        now = timezone.localtime()
        submission.review_minutes_left = working_minutes_between(
            now, submission.review_due_at, working_day()
        )
    submission.review_due_at = None


def resume_clock(submission: Submission) -> None:
    """The customer has answered: the time goes on with what was left, at least one hour."""
    now = timezone.now()
    left = submission.review_minutes_left
    submission.waiting_since = now
    minutes = _minutes_for(submission.profile) if left is None else max(left, 60)
    submission.review_due_at = _after(now, minutes)
    submission.review_minutes_left = None


def working_day() -> WorkingDay:
    """settings.REVIEW_DAY, like ("09:00", "18:00"), in the installation's time zone."""
    opens, closes = settings.REVIEW_DAY
    return WorkingDay(dt.time.fromisoformat(opens), dt.time.fromisoformat(closes))


def _minutes_for(profile: str) -> int:
    with for_the_registrar():
        policy = ReviewPolicy.objects.filter(profile=profile).first()
    hours = policy.due_hours if policy else None
    return 60 * (settings.REVIEW_HOURS if hours is None else hours)


def _after(moment: dt.datetime, minutes: int) -> dt.datetime:
    return add_working_minutes(timezone.localtime(moment), minutes, working_day())
