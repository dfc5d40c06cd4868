"""One line of the queue: a submission, and what there is to say of it now."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from registrar.accounts.models import Membership, User
from verification.languages import current_language
from verification.models import Submission
from verification.review.case_file import finding_titles
from verification.services.claims import to_confirm
from verification.state_tones import STATE_TONES
from verification.states import WITH_REVIEWERS, FoundLevel, SubmissionState

_SEALED = ("document_number", "template__document_number")
_TONES: dict[str, str] = {FoundLevel.BLOCK: "bad", FoundLevel.WARN: "warn"}
_RELATED = ("account", "domain", "template", "reviewer", "assigned_to")


@dataclass(frozen=True, slots=True)
class QueueRow:
    """`overdue` and `claim_ended` are of this moment; `own` is of an account that the reader
    belongs to; `mine` is in their hands, `second` in a second reviewer's."""

    submission: Submission
    tone: str
    found_tone: str
    findings: tuple[str, ...]
    waits: bool
    overdue: bool
    claim_ended: bool
    second: bool
    mine: bool
    own: bool


def queue_rows() -> QuerySet[Submission]:
    """All submissions, with what a line shows, without the sealed numbers."""
    rows: QuerySet[Submission] = Submission.objects.select_related(*_RELATED)
    return rows.defer(*_SEALED).annotate(to_confirm=to_confirm())


def lines_of(rows: Iterable[Any], user: User) -> list[QueueRow]:
    """One query, whatever the rows of `queue_rows` are."""
    own = set(Membership.objects.filter(user=user).values_list("account_id", flat=True))
    now, language = timezone.now(), current_language()
    return [
        QueueRow(
            submission=row,
            tone=STATE_TONES[row.state],
            found_tone=_TONES.get(row.found_worst, ""),
            findings=finding_titles(row.found_codes, language),
            waits=row.state in WITH_REVIEWERS,
            overdue=row.state in WITH_REVIEWERS and _past(row.review_due_at, now),
            claim_ended=_held(row) and _past(row.lease_until, now),
            second=_held(row) and row.to_confirm,
            mine=_held(row) and row.reviewer_id == user.pk,
            own=row.account_id in own,
        )
        for row in rows
    ]


def _held(row: Submission) -> bool:
    return bool(row.state == SubmissionState.IN_REVIEW)


def _past(moment: dt.datetime | None, now: dt.datetime) -> bool:
    return moment is not None and moment < now
