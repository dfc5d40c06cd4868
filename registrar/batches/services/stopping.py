"""Cancelling a batch, and going on with one."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.batches.kinds import kind_named
from registrar.batches.models import Batch, BatchItem
from registrar.batches.states import RESUMABLE, ItemState
from registrar.batches.tasks import run_items
from registrar.errors import StateConflict
from registrar.jobs import hurry_on_commit
from registrar.tenancy.actor import Actor
from registrar.transitions import move

from .accepting import require_proofs
from .locking import lock_batch
from .recording import note

_NOTHING = _("Nothing in this batch can be tried again.")


@transaction.atomic
def cancel_batch(*, actor: Actor, batch: Batch) -> Batch:
    """Let go of what still waits its turn; what has been taken goes on. StateConflict when the
    batch isn't running."""
    require(actor, kind_named(batch.kind).write)
    batch = lock_batch(batch.pk)
    before = batch.state
    move(batch.cancel)
    waiting = BatchItem.objects.filter(batch=batch, state=ItemState.WAITING)
    left = waiting.update(state=ItemState.CANCELLED, due_at=None, updated_at=timezone.now())
    batch.due_at, batch.leased_until, batch.ended_at = None, None, timezone.now()
    batch.save()
    note(actor, batch, "cancelled", before=before, cancelled=left)
    return batch


@transaction.atomic
def resume_batch(*, actor: Actor, batch: Batch) -> Batch:
    """Let wait again what was let go, and what failed for a reason that may have passed.

    It goes on in the name of whoever resumes it, who needs all that asking for these items anew
    would need: the kind's permission and, where an item needs an identity check, a proof (a
    person) or the scope `sensitive` (a key). StateConflict while it runs, and when nothing is
    left to try.
    """
    require(actor, kind_named(batch.kind).write)
    batch = lock_batch(batch.pk)
    before = batch.state
    move(batch.resume)
    require_proofs(actor, batch.purposes)
    again = BatchItem.objects.filter(batch=batch, state__in=RESUMABLE).update(
        state=ItemState.WAITING,
        attempts=0,
        problem=None,
        due_at=None,
        ended_at=None,
        updated_at=timezone.now(),
    )
    if not again:
        raise StateConflict("nothing_to_resume", _NOTHING)
    _take_over(actor, batch)
    note(actor, batch, "resumed", before=before, items=again)
    hurry_on_commit(run_items, batch.pk, batch.account_id)
    return batch


def _take_over(actor: Actor, batch: Batch) -> None:
    now = timezone.now()
    batch.requested_by, batch.request_id = actor.label[:128], actor.request_id
    batch.asked_as = actor.kind.value
    batch.asked_user_id, batch.asked_key_id = actor.user_id, actor.key_id
    batch.started_at = batch.due_at = now
    batch.ended_at, batch.idle_looks = None, 0
    batch.save()
