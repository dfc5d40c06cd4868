"""Explain a failed submission anew, by what the catalogue and staff know now."""

from django.db import transaction

from registrar.errors import NotFound
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.services.subjects import lock_submission
from verification.states import FailureStage, SubmissionState
from verification.waiting.services import after_reclassifying

from .mappings import mapped_codes
from .understanding import understand


@transaction.atomic
def reclassify_submission(*, actor: Actor, submission_id: int) -> bool:
    """Whether its reasons or its unknown messages have changed; twice is once.

    A reviewer's reasons are nobody's reading of a message and stay as they are. A failure that
    turns out to wait for a day gets its reminder.
    """
    try:
        row, _subject = lock_submission(submission_id)
    except NotFound:
        return False
    if row.state != SubmissionState.FAILED or row.stage == FailureStage.REVIEWER:
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
    after_reclassifying(actor, row)
    return True
