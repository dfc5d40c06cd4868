"""What a failed submission waits for, and whether it may go in again: three queries."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from domains.gates import Operation as GateOperation
from domains.gating import blockers_of
from registrar.blockers import Blocker
from registrar.workdays import WorkdayResult
from templates_app.gates import submit_blockers
from verification.catalogue.catalogue import reasons
from verification.failures import codes_of
from verification.materials_rules import get_profile
from verification.models import Reminder, Submission, SubmissionMaterial
from verification.models.material import MaterialState
from verification.retrying import still_failed
from verification.states import FailureStage, SubmissionState

from .days import first_safe_day
from .states import OPEN_REMINDERS, ReminderState
from .unchanged import FailedAttempt, Remedy, Unchanged, remedy_of, unchanged_answer


@dataclass(frozen=True, slots=True)
class WayOn:
    """What a failed submission waits for. `safe` is None where no day has to be awaited.

    `counted_from` is the issue date, or the day of the submission where `issue_date_known` is
    false. `reminder` is the open one, as long as anything still waits for it.
    """

    submission: Submission
    remedies: frozenset[Remedy]
    safe: WorkdayResult | None
    counted_from: dt.date
    issue_date_known: bool
    reminder: Reminder | None
    unchanged: Unchanged

    @property
    def safe_from(self) -> dt.date | None:
        return self.safe.date if self.safe else None

    @property
    def provisional(self) -> bool:
        return self.safe is not None and self.safe.provisional

    @property
    def safe_day_reached(self) -> bool:
        return self.safe is None or self.safe.date <= timezone.localdate()

    @property
    def may_be_new(self) -> bool:
        """Whether a new document is among what may lie behind the failure."""
        return bool(self.remedies & {Remedy.WAIT, Remedy.WAIT_IF_NEW})

    @property
    def matters(self) -> bool:
        """Whether the failure still waits for an answer."""
        gone = {blocker.code for blocker in self.unchanged.blocked_by}
        return not gone & {"superseded", "not_failed"}


def way_on_of(submission: Submission) -> WayOn | None:
    """None unless it has failed. Ask of a row with its template and domain."""
    return ways_on_of([submission]).get(submission.pk)


def ways_on_of(submissions: Iterable[Submission]) -> dict[int, WayOn]:
    """The same for many, by their pks: three queries, however many."""
    failed = [row for row in submissions if row.state == SubmissionState.FAILED]
    pks = [row.pk for row in failed]
    newest, facts = _newest_reminders(pks), _facts(failed)
    return {row.pk: _way_on(row, newest.get(row.pk), facts[row.pk]) for row in failed}


def _way_on(submission: Submission, newest: Reminder | None, facts: Mapping[str, bool]) -> WayOn:
    remedies = remedies_of(submission)
    said_new = newest is not None and newest.state != ReminderState.CANCELLED
    issued_on = newest.issued_on if newest else None
    safe = _safe(submission, newest) if Remedy.WAIT in remedies or said_new else None
    unchanged = _unchanged(submission, remedies, facts, said_new=said_new, safe=safe)
    return WayOn(
        submission=submission,
        remedies=remedies,
        safe=safe,
        counted_from=issued_on or submitted_on(submission),
        issue_date_known=issued_on is not None,
        reminder=newest if newest and newest.state in OPEN_REMINDERS else None,
        unchanged=unchanged,
    )


def remedies_of(submission: Submission) -> frozenset[Remedy]:
    """What the reasons ask for. A timeout without a word means that nothing was wrong."""
    known = reasons()
    found = {remedy_of(known[code]) for code in codes_of(submission) if code in known}
    silent = submission.stage == FailureStage.TIMEOUT and not found
    return frozenset({Remedy.NOTHING} if silent else found)


def submitted_on(submission: Submission) -> dt.date:
    return timezone.localdate(submission.submitted_at or submission.created_at)


def superseding(submission: Submission) -> QuerySet[Submission]:
    """Later submissions of the same template or domain. A withdrawn one went nowhere."""
    rows = Submission.objects.filter(
        template_id=submission.template_id, domain_id=submission.domain_id, pk__gt=submission.pk
    )
    return rows.exclude(state=SubmissionState.WITHDRAWN)


def _newest_reminders(pks: Sequence[int]) -> dict[int, Reminder]:
    rows = Reminder.objects.filter(submission__in=pks).order_by("submission_id", "-pk")
    return {row.submission_id: row for row in rows.distinct("submission_id")}


def _safe(submission: Submission, newest: Reminder | None) -> WorkdayResult:
    if newest is not None:
        return WorkdayResult(newest.due_on, newest.provisional)
    return first_safe_day(
        get_profile(submission.profile), issued_on=None, submitted_on=submitted_on(submission)
    )


def _unchanged(
    submission: Submission,
    remedies: frozenset[Remedy],
    facts: Mapping[str, bool],
    *,
    said_new: bool,
    safe: WorkdayResult | None,
) -> Unchanged:
    return unchanged_answer(
        FailedAttempt(
            today=timezone.localdate(),
            remedies=remedies,
            unexplained=bool(submission.unknown_messages) or not remedies,
            timed_out=submission.stage == FailureStage.TIMEOUT,
            said_new=said_new,
            safe_from=safe.date if safe else None,
            latest=not facts["superseded"],
            still_failed=still_failed(submission),
            materials_there=not facts["gone"] and facts["sent"],
            gate=gate_of(submission),
        )
    )


def _facts(failed: Sequence[Submission]) -> dict[int, Mapping[str, bool]]:
    """Whether each is superseded, and whether its pictures were sent and are there."""
    links = SubmissionMaterial.objects.filter(submission_id=OuterRef("pk"), replaced=False)
    rows = Submission.objects.filter(pk__in=[row.pk for row in failed]).annotate(
        sent=Exists(links),
        gone=Exists(links.filter(~Q(material__state=MaterialState.READY))),
    )
    pictures = {row.pop("pk"): row for row in rows.values("pk", "sent", "gone")}
    last = _last_of(failed)
    return {
        row.pk: {**pictures[row.pk], "superseded": last[row.template_id, row.domain_id] > row.pk}
        for row in failed
    }


def _last_of(failed: Sequence[Submission]) -> Mapping[tuple[int | None, int | None], int]:
    """The newest submission of each template or domain, as `superseding` has it.

    Grouped, not asked row by row: with yesterday's statistics the database would walk through
    all of the account's later submissions for each.
    """
    of_templates = Q(template_id__in={row.template_id for row in failed if row.template_id})
    of_domains = Q(domain_id__in={row.domain_id for row in failed if row.domain_id})
    rows = Submission.objects.filter(of_templates | of_domains)
    rows = rows.exclude(state=SubmissionState.WITHDRAWN).order_by()
    newest = rows.values_list("template_id", "domain_id").annotate(Max("pk"))
    return {(template, domain): pk for template, domain, pk in newest}


def gate_of(submission: Submission) -> tuple[Blocker, ...]:
    """What else keeps it from going in, beside that it does not stand as failed any more."""
    if not still_failed(submission):
        return ()
    if submission.domain is not None:
        return blockers_of(submission.domain, GateOperation.SUBMIT_VERIFICATION)
    return submit_blockers(submission.template.state) if submission.template else ()
