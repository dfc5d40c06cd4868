"""Rows under lock. A batch is locked before its items; whoever carries an item out locks that
item first, then what it is about, and never the batch."""

from registrar.batches.models import Batch, BatchItem
from registrar.batches.states import ItemState
from registrar.errors import NotFound


def lock_batch(pk: int) -> Batch:
    """The batch as it is now, locked until the transaction ends; NotFound.

    Rows that point at it may be written meanwhile: the operations of its items do.
    """
    try:
        return Batch.objects.select_for_update(no_key=True).get(pk=pk)
    except Batch.DoesNotExist:
        raise NotFound from None


def lock_waiting_item(pk: int) -> BatchItem | None:
    """The item while it still waits its turn; None when somebody else was faster."""
    rows = BatchItem.objects.select_for_update(of=("self",))
    return rows.filter(pk=pk, state=ItemState.WAITING).select_related("batch").first()
