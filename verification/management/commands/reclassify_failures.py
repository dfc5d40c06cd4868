"""Explain all failures of the past anew, after an upgrade that brings a better catalogue."""

from typing import Any

from django.core.management.base import BaseCommand

from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from verification.messages.reclassifying import reclassify_submission
from verification.models import Submission
from verification.states import FailureStage, SubmissionState

_BATCH = 500


class Command(BaseCommand):
    help = (
        "Classify the authority's messages of every failed submission anew. What changes is in "
        "the operation log of its account. Safe to run again and to break off."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        last = looked_at = changed = 0
        while batch := _next(last):
            for submission_id, account_id in batch:
                actor = system_actor(account_id)
                with acting_as(actor):
                    changed += reclassify_submission(actor=actor, submission_id=submission_id)
            last = batch[-1][0]
            looked_at += len(batch)
        self.stdout.write(f"{looked_at} failures looked at, {changed} explained anew")


def _next(last: int) -> list[tuple[int, int]]:
    with acting_as(system_staff_actor()):
        rows = Submission.objects.filter(state=SubmissionState.FAILED, pk__gt=last)
        by_messages = rows.exclude(stage=FailureStage.REVIEWER).order_by("pk")
        return list(by_messages.values_list("pk", "account_id")[:_BATCH])
