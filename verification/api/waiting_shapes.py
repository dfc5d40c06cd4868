"""What the API shows of waiting and of the same again."""

from typing import Any

from registrar.blockers import Blocker
from verification.models import Reminder
from verification.waiting.selectors import WayOn


def blocker_shape(blocker: Blocker) -> dict[str, Any]:
    return {
        "code": blocker.code,
        "message": str(blocker.message),
        "until": blocker.until.isoformat() if blocker.until else None,
    }


def reminder_shape(reminder: Reminder | None) -> dict[str, Any] | None:
    if reminder is None:
        return None
    return {
        "id": reminder.public_id,
        "state": reminder.state,
        "issued_on": reminder.issued_on.isoformat() if reminder.issued_on else None,
        "due_on": reminder.due_on.isoformat(),
        "provisional": reminder.provisional,
    }


def listed_reminder_shape(reminder: Reminder) -> dict[str, Any]:
    """With what it is about, for the list of all of them."""
    submission = reminder.submission
    return (reminder_shape(reminder) or {}) | {
        "verification": submission.public_id,
        "template": submission.template.public_id if submission.template else None,
        "domain": submission.domain.name if submission.domain else None,
    }


def unchanged_shape(way: WayOn | None) -> dict[str, Any] | None:
    if way is None:
        return None
    blocked_by = way.unchanged.blocked_by
    return {
        "available": way.unchanged.available,
        "may_insist": way.unchanged.may_insist,
        "blocked_by": [blocker.code for blocker in blocked_by],
        "blockers": [blocker_shape(blocker) for blocker in blocked_by],
        "submission": way.submission.public_id,
    }


def waiting_shape(way: WayOn) -> dict[str, Any]:
    """A failed submission's own answer: the day, what it was counted from, and what is open."""
    return {
        "safe_from": way.safe_from.isoformat() if way.safe_from else None,
        "safe_provisional": way.provisional,
        "counted_from": way.counted_from.isoformat(),
        "issue_date_known": way.issue_date_known,
        "reminder": reminder_shape(way.reminder),
        "unchanged": unchanged_shape(way),
    }
