"""What time does to claims. Every task may run twice, at any time."""

import structlog
from celery import shared_task
from django.utils import timezone

from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from verification.models import Submission
from verification.services.letting_go import end_idle_claim
from verification.states import SubmissionState

log = structlog.get_logger(__name__)
_AT_ONCE = 200


@shared_task(ignore_result=True)
def sweep_idle_claims() -> None:
    """Give back what reviewers have left lying, each in a transaction of its own."""
    with acting_as(system_staff_actor()):
        idle = Submission.objects.filter(
            state=SubmissionState.IN_REVIEW, lease_until__lt=timezone.now()
        ).order_by("lease_until")
        rows = list(idle.values_list("pk", "account_id")[:_AT_ONCE])
    for submission_id, account_id in rows:
        try:
            with acting_as(system_actor(account_id)) as actor:
                end_idle_claim(actor=actor, submission_id=submission_id)
        except Exception as error:
            # The others' turn comes all the same; this one's again with the next sweep.
            log.warning("idle_claim_left", submission=submission_id, error=type(error).__name__)
