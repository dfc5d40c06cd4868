"""Asking the authority now instead of later, for many at once."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from registrar.jobs import hurry_on_commit, lease_length
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.models import Submission
from verification.states import SubmissionState
from verification.tasks import forward_submission

from .reviewers import require_reviewer


@transaction.atomic
def resend_submissions(*, actor: Actor, submissions: Sequence[Submission]) -> int:
    """Make the next step of those at the authority due, and say how many that were.

    Nothing is sent blindly: the worker first asks what became of a submission, and sends it again
    only where the authority doesn't know it. A row that a worker may have in its hands waits
    until that one's lease has surely ended, two minutes at most. Left as they are: those that
    are not at the authority, and those that were never sent (they go out by themselves).
    """
    require_reviewer(actor)
    rows = Submission.objects.select_for_update(of=("self",)).filter(
        pk__in=[submission.pk for submission in submissions],
        state=SubmissionState.AT_AUTHORITY,
        sent_at__isnull=False,
    )
    found = list(rows.order_by("pk"))
    now, lease = timezone.now(), lease_length()
    for row in found:
        # Whoever takes a row saves it: that long ago, nobody has it any more.
        at_once = max(now, row.updated_at + lease)
        row.due_at = min(row.due_at or at_once, at_once)
    # Without `updated_at`, or asking twice would put it off.
    Submission.objects.bulk_update(found, ["due_at"])
    for row in sorted(found, key=lambda row: (row.account_id, row.pk)):
        record(actor=actor, action="submission.resent", about=row)
        hurry_on_commit(forward_submission, row.pk, row.account_id)
    return len(found)
