"""Batches and their items as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from registrar.tenancy.actor import Actor

from .kinds import kind_named
from .models import Batch, BatchItem
from .problems import sentences
from .states import BatchState, ItemState

BATCH_TONES = {BatchState.RUNNING: "info", BatchState.DONE: "ok", BatchState.CANCELLED: "muted"}
ITEM_TONES = {
    ItemState.WAITING: "info",
    ItemState.DONE: "ok",
    ItemState.REFUSED: "bad",
    ItemState.FAILED: "warn",
    ItemState.CANCELLED: "muted",
}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in words. `url` leads to what came of it, `url_label` is its state."""

    item: BatchItem
    title: str
    sub: str
    tone: str
    reasons: tuple[str, ...]
    url: str
    url_label: str


def item_rows(batch: Batch, items: Sequence[BatchItem], actor: Actor) -> list[ItemRow]:
    """One query for what came of all of them."""
    kind = kind_named(batch.kind)
    uids = [item.result_uid for item in items if item.result_uid]
    links = kind.links(uids) if uids else {}
    whole = kind.tells_reasons_to(actor)
    rows = []
    for item in items:
        title, sub = kind.heading(item.told)
        url, label = links.get(item.result_uid, ("", "")) if item.result_uid else ("", "")
        reasons = tuple(sentences(item.problem, whole=whole)) if item.problem else ()
        tone = ITEM_TONES[ItemState(item.state)]
        rows.append(ItemRow(item, title, sub, tone, reasons, url, label))
    return rows
