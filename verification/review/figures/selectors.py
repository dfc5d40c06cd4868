"""The figures' rows: aggregates by the database, one query each, for staff inside the fence."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet
from django.utils import timezone

from verification.models import ReviewDecision, Submission
from verification.states import (
    WITH_REVIEWERS,
    DecisionStanding,
    FailureStage,
    SubmissionState,
    Verdict,
)

from .period import Step
from .sql import Percentiles, WaitGroup, first_day, seconds_between
from .wanted import Wanted, local_date

_TAKEN_BACK = (DecisionStanding.REOPENED, DecisionStanding.OVERRULED)
_ENDED = (SubmissionState.PASSED, SubmissionState.FAILED)
_WAITED = seconds_between("waiting_since", "decided_at")
_HANDLED = seconds_between("claimed_at", "decided_at")
_AT_AUTHORITY = seconds_between("sent_at", "ended_at")
_IN_TIME = Q(due_at__isnull=False, decided_at__lte=F("due_at"))


@dataclass(frozen=True, slots=True)
class QueueNow:
    """What waits at this moment, whatever the period."""

    waiting: int
    overdue: int
    more_wanted: int


def first_data_day() -> dt.date | None:
    """Of all there is; None in an empty installation."""
    found = Submission.objects.aggregate(first=Min("submitted_at"))["first"]
    return local_date(found) if found else None


def times(wanted: Wanted) -> dict[str, Any]:
    """Decisions, how many had a term and kept it, and [median, 90th percentile] in seconds."""
    return _decided(wanted).aggregate(**_TIMES)


def times_by_step(wanted: Wanted, step: Step) -> list[dict[str, Any]]:
    """The same for each day, week or month that saw a decision."""
    rows = _decided(wanted).annotate(day=first_day("decided_at", step)).values("day")
    return list(rows.annotate(**_TIMES).order_by("day"))


def wait_groups(wanted: Wanted) -> dict[int, int]:
    """How many decisions fall into each group of sql.WAIT_EDGES."""
    hours = _WAITED / 3600
    rows = _decided(wanted).filter(waiting_since__isnull=False).annotate(group=WaitGroup(hours))
    return dict(rows.values_list("group").annotate(n=Count("pk")))


def by_reviewer(wanted: Wanted) -> list[dict[str, Any]]:
    """Each reviewer's decisions by what became of them, most first."""
    stands = ~Q(standing__in=_TAKEN_BACK)
    rows = _decided(wanted).values("reviewer_id", "reviewer__name", "reviewer__email")
    return list(
        rows.annotate(
            decisions=Count("pk"),
            approved=Count("pk", filter=stands & Q(verdict=Verdict.APPROVE)),
            failed=Count("pk", filter=stands & Q(verdict=Verdict.FAIL)),
            asked=Count("pk", filter=stands & Q(verdict=Verdict.ASK)),
            reopened=Count("pk", filter=Q(standing=DecisionStanding.REOPENED)),
            overruled=Count("pk", filter=Q(standing=DecisionStanding.OVERRULED)),
            claims=Count("claimed_at"),
            handled=Percentiles(_HANDLED),
        ).order_by("-decisions", "reviewer_id")
    )


def by_authority(wanted: Wanted) -> list[dict[str, Any]]:
    """What each authority was sent in the period, and what came of it there in the period."""
    sent, ended = wanted.within("sent_at"), wanted.within("ended_at")
    answered = ended & Q(sent_at__isnull=False)
    failed = answered & Q(state=SubmissionState.FAILED)
    passed = answered & Q(state=SubmissionState.PASSED)
    by_them = passed | failed & Q(stage=FailureStage.AUTHORITY)
    rows = Submission.objects.filter(wanted.of_submission(), sent | answered)
    return list(
        rows.values("authority_id", "authority__name")
        .annotate(
            sent=Count("pk", filter=sent),
            passed=Count("pk", filter=passed),
            failed=Count("pk", filter=failed & Q(stage=FailureStage.AUTHORITY)),
            timed_out=Count("pk", filter=failed & Q(stage=FailureStage.TIMEOUT)),
            took=Percentiles(_AT_AUTHORITY, filter=by_them),
        )
        .order_by("-sent", "authority_id")
    )


def outcomes(wanted: Wanted) -> list[dict[str, Any]]:
    """Ended submissions counted by (stage, reason_codes, confirmed_warnings); stage "" passed."""
    rows = Submission.objects.filter(
        wanted.of_submission(), wanted.within("ended_at"), state__in=_ENDED
    )
    return _counted(rows, "stage", "reason_codes", "confirmed_warnings")


def approved_here(wanted: Wanted) -> list[dict[str, Any]]:
    """What a reviewer approved and an authority then judged in the period, counted by
    (reviewer, stage, reason_codes)."""
    rows = ReviewDecision.objects.filter(
        wanted.of_submission("submission__"),
        wanted.within("submission__ended_at"),
        verdict=Verdict.APPROVE,
        standing=DecisionStanding.IN_FORCE,
        submission__state__in=_ENDED,
        submission__stage__in=("", FailureStage.AUTHORITY),
    )
    names = ("reviewer_id", "reviewer__name", "reviewer__email")
    return _counted(rows, *names, "submission__stage", "submission__reason_codes")


def arrived_by_step(wanted: Wanted, step: Step) -> dict[dt.date, int]:
    """Submissions that came to the reviewers, by the day they were handed in."""
    rows = Submission.objects.filter(
        wanted.of_submission(), wanted.within("submitted_at"), waiting_since__isnull=False
    )
    days = rows.annotate(day=first_day("submitted_at", step)).values_list("day")
    return dict(days.annotate(n=Count("pk")))


def queue_now(wanted: Wanted) -> QueueNow:
    """By the filters, at this moment."""
    waiting = Q(state__in=WITH_REVIEWERS)
    rows = Submission.objects.filter(
        wanted.of_submission(), state__in=(*WITH_REVIEWERS, SubmissionState.MORE_WANTED)
    )
    return QueueNow(
        **rows.aggregate(
            waiting=Count("pk", filter=waiting),
            overdue=Count("pk", filter=waiting & Q(review_due_at__lt=timezone.now())),
            more_wanted=Count("pk", filter=Q(state=SubmissionState.MORE_WANTED)),
        )
    )


_TIMES: dict[str, Any] = {
    "decisions": Count("pk"),
    "waits": Count("waiting_since"),
    "claims": Count("claimed_at"),
    "with_term": Count("due_at"),
    "in_time": Count("pk", filter=_IN_TIME),
    "waited": Percentiles(_WAITED),
    "handled": Percentiles(_HANDLED),
}


def _decided(wanted: Wanted) -> QuerySet[Any]:
    return ReviewDecision.objects.filter(
        wanted.of_submission("submission__"), wanted.within("decided_at")
    )


def _counted(rows: QuerySet[Any], *names: str) -> list[dict[str, Any]]:
    return list(rows.values(*names).annotate(n=Count("pk")).order_by())
