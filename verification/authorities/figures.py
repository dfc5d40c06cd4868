"""What is under way with each authority, and how it has answered: counted in the database."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Aggregate, Count, DurationField, F, Min, Q, QuerySet
from django.utils import timezone

from verification.models import AuthorityAnswer, Submission
from verification.states import AnswerEffect, AnswerVia, FailureStage, SubmissionState

# Over how many days answers are timed, and contradictions shown.
TIMED_DAYS = 7
CONTRADICTION_DAYS = 30
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of one authority. `to_send` waits on our side, `sent` on theirs; `overdue` is past its
    deadline; `median` is from their receipt to the answer, over `TIMED_DAYS`."""

    to_send: int = 0
    sent: int = 0
    oldest_sent: dt.datetime | None = None
    overdue: int = 0
    by_callback: int = 0
    by_poll: int = 0
    contradictions: int = 0
    median: dt.timedelta | None = None


@dataclass(frozen=True, slots=True)
class _Gathered:
    columns: dict[int, dict[str, Any]] = field(default_factory=dict)

    def add(self, rows: QuerySet[Any, dict[str, Any]]) -> None:
        for row in rows:
            self.columns.setdefault(row.pop("authority_id"), {}).update(row)


class _Median(Aggregate):
    """PostgreSQL's own: the middle of all values, between two where they are even in number."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def figures_by_authority(*, now: dt.datetime) -> dict[int, Figures]:
    """By the authority's id; whoever is missing has nothing but zeros. Four queries, as staff."""
    gathered = _Gathered()
    for rows in (_under_way(now), _answers_today(now), _contradictions(now), _medians(now)):
        gathered.add(rows)
    return {pk: Figures(**columns) for pk, columns in gathered.columns.items()}


def contradicted_answers(*, authority_id: int, now: dt.datetime) -> list[AuthorityAnswer]:
    """The newest answers of `CONTRADICTION_DAYS` that spoke against a result; at most 20."""
    rows = _contradicting(now).filter(authority_id=authority_id).select_related("submission")
    rows = rows.defer("submission__document_number").order_by("-received_at", "-id")
    return list(rows[:_MOST_SHOWN])


def _under_way(now: dt.datetime) -> QuerySet[Any, dict[str, Any]]:
    rows = Submission.objects.filter(state=SubmissionState.AT_AUTHORITY, authority_id__isnull=False)
    return (
        rows.order_by()
        .values("authority_id")
        .annotate(
            to_send=Count("pk", filter=Q(sent_at=None)),
            sent=Count("pk", filter=~Q(sent_at=None)),
            oldest_sent=Min("sent_at"),
            overdue=Count("pk", filter=Q(deadline__lte=now)),
        )
    )


def _answers_today(now: dt.datetime) -> QuerySet[Any, dict[str, Any]]:
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = AuthorityAnswer.objects.filter(received_at__gte=midnight, authority_id__isnull=False)
    return (
        rows.order_by()
        .values("authority_id")
        .annotate(
            by_callback=Count("pk", filter=Q(via=AnswerVia.CALLBACK)),
            by_poll=Count("pk", filter=Q(via=AnswerVia.POLL)),
        )
    )


def _contradictions(now: dt.datetime) -> QuerySet[Any, dict[str, Any]]:
    rows: QuerySet[Any] = _contradicting(now).filter(authority_id__isnull=False)
    return rows.order_by().values("authority_id").annotate(contradictions=Count("pk"))


def _contradicting(now: dt.datetime) -> QuerySet[AuthorityAnswer]:
    since = now - dt.timedelta(days=CONTRADICTION_DAYS)
    rows: QuerySet[AuthorityAnswer] = AuthorityAnswer.objects.filter(
        effect=AnswerEffect.CONTRADICTED, received_at__gte=since
    )
    return rows


def _medians(now: dt.datetime) -> QuerySet[Any, dict[str, Any]]:
    """Of those that the authority itself ended: neither timed out nor failed by a reviewer."""
    answered = Submission.objects.filter(
        Q(state=SubmissionState.PASSED) | Q(stage=FailureStage.AUTHORITY),
        ended_at__gte=now - dt.timedelta(days=TIMED_DAYS),
        received_at__isnull=False,
        authority_id__isnull=False,
    )
    return (
        answered.order_by()
        .values("authority_id")
        .annotate(median=_Median(F("ended_at") - F("received_at")))
    )
