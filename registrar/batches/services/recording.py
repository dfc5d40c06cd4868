"""What all services of a batch write down in one way."""

from typing import Any

from django.utils import timezone

from registrar.batches.models import Batch
from registrar.batches.notices import tell_finished
from registrar.batches.selectors import counts_of
from registrar.batches.states import BatchState
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move


def note(actor: Actor, batch: Batch, verb: str, *, before: str = "", **after: Any) -> None:
    record(
        actor=actor,
        action=f"batch.{verb}",
        about=batch,
        before={"state": before} if before else {},
        after={"state": str(batch.state), **after},
    )


def finish(actor: Actor, batch: Batch, *, told: bool) -> None:
    """The locked batch has nothing left to do; `told`: whoever asked for it is not there any
    more to see it."""
    move(batch.finish)
    batch.due_at, batch.leased_until, batch.ended_at = None, None, timezone.now()
    batch.save()
    counts = counts_of([batch.pk])[batch.pk]
    if told:
        tell_finished(batch, counts)
    note(actor, batch, "finished", before=BatchState.RUNNING.value, **counts.states)
