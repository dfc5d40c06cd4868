"""Explain a failed submission anew, by what the catalogue and staff know now."""

from django.db import transaction

from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.models import Submission
from verification.states import FailureStage, SubmissionState

from .mappings import mapped_codes
from .understanding import understand


@transaction.atomic
def reclassify_submission(*, actor: Actor, submission_id: int) -> bool:
    """Whether its reasons or its unknown messages have changed; twice is once.

    A reviewer's reasons are nobody's reading of a message and stay as they are.
    """
    row = Submission.objects.select_for_update().filter(pk=submission_id).first()
    if row is None or row.state != SubmissionState.FAILED or row.stage == FailureStage.REVIEWER:
        return False
    found = understand(row.raw_messages, mapped_codes())
    before = {"reasons": row.reason_codes, "unknown_messages": row.unknown_messages}
    after = {"reasons": found.codes, "unknown_messages": found.unknown}
    if before == after and row.queued_keys == found.keys:
        return False
    row.reason_codes, row.unknown_messages = found.codes, found.unknown
    row.queued_keys = found.keys
    row.save(update_fields=["reason_codes", "unknown_messages", "queued_keys", "updated_at"])
    if before == after:
        return False
    record(actor=actor, action="submission.reclassified", about=row, before=before, after=after)
    return True
