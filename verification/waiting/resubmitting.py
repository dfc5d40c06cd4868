"""The same again: a failed submission handed in unchanged, once its reasons allow it."""

from collections.abc import Collection

from django.db import transaction

from domains.gating import opens_on, reasons_of
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import Blocked, StateConflict
from registrar.tenancy.actor import Actor
from verification.models import Submission
from verification.selectors import materials_of
from verification.services.subjects import lock_submission
from verification.services.submitting import submit_verification

from .selectors import WayOn, way_on_of
from .services import answer_reminder, open_reminder
from .unchanged import NOT_FAILED, SUPERSEDED


@transaction.atomic
def resubmit_unchanged(
    *,
    actor: Actor,
    submission: Submission,
    anyway: bool = False,
    confirmed_warnings: Collection[str] = (),
) -> Submission:
    """Hand in the template or domain of a failed submission again: same document, same pictures.

    Goes through `submit_verification`, whose gates, checks and errors apply; the holder is
    taken as it is now, and what was confirmed then counts as confirmed. The pictures are not
    looked at again: the authority has seen them, and asks for no others. Asked twice, the second
    is StateConflict (`superseded`, `not_failed`). Blocked with every reason that speaks against
    it; before the safe day that is `too_early` with `blocked_until`, unless `anyway`: the user
    insists (seeds only advise to wait).
    """
    require(actor, Permission.VERIFICATIONS_WRITE)
    row, _subject = lock_submission(submission.pk)
    reminder = open_reminder(row)
    _require_open(way_on_of(row), anyway=anyway)
    again = submit_verification(
        actor=actor,
        template=row.template,
        domain=row.domain,
        document_type=row.document_type,
        document_number=row.document_number or "",
        materials=materials_of(row),
        confirmed_warnings={*row.confirmed_warnings, *confirmed_warnings},
        looking=False,
    )
    if reminder is not None:
        answer_reminder(actor, reminder)
    return again


def _require_open(way: WayOn | None, *, anyway: bool) -> None:
    if way is None:
        raise StateConflict(NOT_FAILED.code, NOT_FAILED.message)
    blocked_by = way.unchanged.blocked_by
    for moved_on in (SUPERSEDED, NOT_FAILED):
        if moved_on in blocked_by:
            raise StateConflict(moved_on.code, moved_on.message)
    if not blocked_by or (anyway and way.unchanged.may_insist):
        return
    raise Blocked(
        "resubmission_blocked",
        blocked_by[0].message,
        errors=reasons_of(blocked_by),
        blocked_until=opens_on(blocked_by),
    )
