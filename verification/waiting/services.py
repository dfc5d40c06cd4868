"""Reminders: the only writers. Rows are locked in the order subject, submission, reminder."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import FieldError, InvalidInput, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from registrar.workdays import WorkdayResult
from verification.materials_rules import get_profile
from verification.models import Reminder, Submission
from verification.notices import tell_safe_day
from verification.retrying import still_failed
from verification.services.answer_rows import keep_answer, kept_answer
from verification.services.subjects import lock_submission
from verification.states import SubmissionState

from .addresses import page_of
from .days import check_issued_on, first_safe_day, morning_of
from .selectors import gate_of, remedies_of, submitted_on, superseding
from .states import OPEN_REMINDERS, ReminderState
from .unchanged import NOT_FAILED, SUPERSEDED, Remedy

# The diagnosis' question that asks for the day of issue: one fact, kept as its answer.
ISSUE_DATE = "document_newly_issued"
_AGAIN = dt.timedelta(days=1)


@transaction.atomic
def schedule_reminder(
    *, actor: Actor, submission: Submission, issued_on: dt.date | None
) -> Reminder:
    """Remind of the first safe day of a failed submission's document; at once where it is past.

    `issued_on` None: not known, counted from the day of the submission, which is never too
    early. Called again it corrects the open reminder. A date answers the diagnosis' question as
    well, and None takes that answer back. Raises NotPermitted, InvalidInput for a date that
    can't be (`issued_in_future`, `issued_long_ago`), or StateConflict when the submission has
    not failed, or has been answered already.
    """
    require(actor, Permission.VERIFICATIONS_WRITE)
    if issued_on is not None:
        wrong = check_issued_on(issued_on, today=timezone.localdate())
        if wrong:
            raise InvalidInput(errors=[FieldError(wrong.field, wrong.code, wrong.message)])
    row, _subject = lock_submission(submission.pk)
    _require_waiting(row)
    keep_answer(actor, row, ISSUE_DATE, issued_on.isoformat() if issued_on else "")
    reminder = open_reminder(row)
    return _correct(actor, row, reminder, issued_on) if reminder else _write(actor, row, issued_on)


@transaction.atomic
def cancel_reminder(*, actor: Actor, submission: Submission) -> Reminder:
    """End the open reminder; StateConflict when there is none."""
    require(actor, Permission.VERIFICATIONS_WRITE)
    row, _subject = lock_submission(submission.pk)
    reminder = open_reminder(row)
    if reminder is None:
        raise StateConflict
    before = _logged(reminder)
    move(reminder.cancel)
    close_reminder(actor, reminder, "cancelled", before)
    return reminder


def after_failure(actor: Actor, submission: Submission) -> None:
    """Where a failed submission has to wait, remind of the day; the caller holds its lock.
    What the user said of the same document at an earlier attempt is their answer here too."""
    if Remedy.WAIT not in remedies_of(submission) or open_reminder(submission) is not None:
        return
    issued_on = answered_issue_date(submission) or _issue_date_given_before(submission)
    if issued_on is not None:
        keep_answer(actor, submission, ISSUE_DATE, issued_on.isoformat())
    _write(actor, submission, issued_on)


def after_reopening(actor: Actor, submission: Submission) -> None:
    """A reviewer took the failure back: nothing waits for a day; the caller holds its lock."""
    reminder = open_reminder(submission)
    if reminder is not None:
        before = _logged(reminder)
        move(reminder.outdate)
        close_reminder(actor, reminder, "outdated", before)


def after_reclassifying(actor: Actor, submission: Submission) -> None:
    """The same for a failure whose message was understood only later, if it is still open."""
    if _is_waiting(submission):
        after_failure(actor, submission)


def answered_issue_date(submission: Submission) -> dt.date | None:
    """What the user answered to the diagnosis' question for the day of issue."""
    answer = kept_answer(submission, ISSUE_DATE)
    return dt.date.fromisoformat(answer.value) if answer else None


def tell_issue_date(actor: Actor, submission: Submission, issued_on: dt.date | None) -> None:
    """The user answered when the document was issued, or took that back; the caller holds the
    submission's lock. An open reminder is counted anew; where the safe day is still to come
    and nobody waits for it yet, a reminder is made."""
    if not _is_waiting(submission):
        return
    reminder = open_reminder(submission)
    if reminder is not None:
        _correct(actor, submission, reminder, issued_on)
    elif issued_on and _safe(submission, issued_on).date > timezone.localdate():
        _write(actor, submission, issued_on)


@transaction.atomic
def look_at_reminder(*, actor: Actor, reminder_id: int) -> Reminder | None:
    """The sweep's step, at any time and as often as one likes: a reminder whose day has come
    becomes due and is told once; one that nothing waits for becomes outdated. While something
    else is under way (a change of registrant) it is not told that it could go in. None: it was
    not its time."""
    known = Reminder.objects.filter(pk=reminder_id).only("submission_id").first()
    if known is None:
        return None
    row, _subject = lock_submission(known.submission_id)
    reminder = Reminder.objects.select_for_update(of=("self",)).get(pk=reminder_id)
    if reminder.due_at is None or reminder.due_at > timezone.now():
        return None
    before = _logged(reminder)
    if not _is_waiting(row):
        move(reminder.outdate)
        close_reminder(actor, reminder, "outdated", before)
    elif _later_after_all(row, reminder):
        reminder.save()
        _log(actor, reminder, "rescheduled", before)
    elif reminder.state == ReminderState.WAITING and not gate_of(row):
        move(reminder.come_due)
        _look_again(reminder)
        tell_safe_day(reminder, row, url=page_of(row))
        _log(actor, reminder, "came_due", before)
    else:
        _look_again(reminder)
    return reminder


def open_reminder(submission: Submission) -> Reminder | None:
    """The open one, locked; the caller holds the submission's lock."""
    rows = Reminder.objects.select_for_update(of=("self",))
    return rows.filter(submission=submission, state__in=OPEN_REMINDERS).first()


def close_reminder(
    actor: Actor, reminder: Reminder, verb: str, before: dict[str, str | None]
) -> None:
    """After its last transition: nobody looks at it any more."""
    reminder.due_at = None
    reminder.save()
    _log(actor, reminder, verb, before)


def answer_reminder(actor: Actor, reminder: Reminder) -> None:
    """The submission it waited for went in again unchanged."""
    before = _logged(reminder)
    move(reminder.answer)
    close_reminder(actor, reminder, "resubmitted", before)


def _require_waiting(row: Submission) -> None:
    if row.state != SubmissionState.FAILED or not still_failed(row):
        raise StateConflict(NOT_FAILED.code, NOT_FAILED.message)
    if superseding(row).exists():
        raise StateConflict(SUPERSEDED.code, SUPERSEDED.message)


def _is_waiting(row: Submission) -> bool:
    failed = row.state == SubmissionState.FAILED and still_failed(row)
    return failed and not superseding(row).exists()


def _write(actor: Actor, row: Submission, issued_on: dt.date | None) -> Reminder:
    reminder = Reminder(
        account_id=row.account_id,
        submission=row,
        issued_on=issued_on,
        created_by=actor.label[:128],
    )
    _set_day(reminder, _safe(row, issued_on))
    reminder.save(force_insert=True)
    _log(actor, reminder, "scheduled", {})
    return reminder


def _correct(
    actor: Actor, row: Submission, reminder: Reminder, issued_on: dt.date | None
) -> Reminder:
    before = _logged(reminder)
    reminder.issued_on = issued_on
    _set_day(reminder, _safe(row, issued_on))
    reminder.save()
    _log(actor, reminder, "rescheduled", before)
    return reminder


def _later_after_all(row: Submission, reminder: Reminder) -> bool:
    """A calendar that was announced meanwhile can move the day; told what holds now."""
    if reminder.state != ReminderState.WAITING or not reminder.provisional:
        return False
    safe = _safe(row, reminder.issued_on)
    if safe.date <= timezone.localdate():
        return False
    _set_day(reminder, safe)
    return True


def _issue_date_given_before(row: Submission) -> dt.date | None:
    """What the user said of the same document at an earlier attempt."""
    earlier = Reminder.objects.filter(
        submission__template_id=row.template_id,
        submission__domain_id=row.domain_id,
        submission__document_type=row.document_type,
        submission__number_index=row.number_index,
    ).exclude(state=ReminderState.CANCELLED)
    return earlier.order_by("-pk").values_list("issued_on", flat=True).first()


def _safe(row: Submission, issued_on: dt.date | None) -> WorkdayResult:
    profile = get_profile(row.profile)
    return first_safe_day(profile, issued_on=issued_on, submitted_on=submitted_on(row))


def _set_day(reminder: Reminder, safe: WorkdayResult) -> None:
    """The day, and the state that follows from it. A past day needs no notice: whoever gave
    the date, or is told of the failure, reads it there."""
    reminder.due_on, reminder.provisional = safe
    past = safe.date <= timezone.localdate()
    if past and reminder.state == ReminderState.WAITING:
        move(reminder.come_due)
    elif not past and reminder.state == ReminderState.DUE:
        move(reminder.postpone)
    reminder.due_at = timezone.now() + _AGAIN if past else morning_of(safe.date)


def _look_again(reminder: Reminder) -> None:
    reminder.due_at = timezone.now() + _AGAIN
    reminder.save()


def _logged(reminder: Reminder) -> dict[str, str | None]:
    return {
        "state": str(reminder.state),
        "issued_on": reminder.issued_on.isoformat() if reminder.issued_on else None,
        "due_on": reminder.due_on.isoformat(),
    }


def _log(actor: Actor, reminder: Reminder, verb: str, before: dict[str, str | None]) -> None:
    now = _logged(reminder)
    changed = {key: now[key] for key in now if now[key] != before.get(key)}
    record(
        actor=actor,
        action=f"reminder.{verb}",
        about=reminder,
        label=str(reminder.submission),
        before={key: before[key] for key in changed if key in before},
        after=changed,
    )
