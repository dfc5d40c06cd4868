"""/batches: many operations or verifications in one call, worked on by the server."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.batches import Batch, BatchItem
from registrar.client.shapes.common import Page

from .base import Resource, part

ENDED = frozenset({"done", "cancelled"})
KINDS = ("operations", "verifications")


class BatchFilter(TypedDict, total=False):
    kind: str | None
    state: str | None
    limit: int | None


class Batches(Resource):
    def list(self, **wanted: Unpack[BatchFilter]) -> Iterator[Batch]:
        return self._every("/batches", wanted)

    def page(self, cursor: str | None = None, **wanted: Unpack[BatchFilter]) -> Page[Batch]:
        return cast(Page[Batch], self._page("/batches", {**wanted, "cursor": cursor}))

    def start(self, kind: str, items: Sequence[Mapping[str, Any]], **how: Unpack[How]) -> Batch:
        """`items` as bodies of POST /operations or /verifications; ValueError for other kinds.

        Each item stands for itself: a refused one stops no other.
        """
        if kind not in KINDS:
            raise ValueError(f"batches are of {' or '.join(KINDS)}")
        return cast(Batch, self._post(f"/{kind}", {"items": list(items)}, how))

    def get(self, batch_id: str) -> Batch:
        return cast(Batch, self._get(_place(batch_id)))

    def items(
        self, batch_id: str, *, state: str | None = None, limit: int | None = None
    ) -> Iterator[BatchItem]:
        return self._every(_place(batch_id, "items"), {"state": state, "limit": limit})

    def items_page(
        self,
        batch_id: str,
        cursor: str | None = None,
        *,
        state: str | None = None,
        limit: int | None = None,
    ) -> Page[BatchItem]:
        query = {"state": state, "limit": limit, "cursor": cursor}
        return cast(Page[BatchItem], self._page(_place(batch_id, "items"), query))

    def cancel(self, batch_id: str, **how: Unpack[How]) -> Batch:
        """What has been taken goes on."""
        return cast(Batch, self._post(_place(batch_id, "cancel"), None, how))

    def resume(self, batch_id: str, **how: Unpack[How]) -> Batch:
        """Try again what failed or was let go."""
        return cast(Batch, self._post(_place(batch_id, "resume"), None, how))


def _place(batch_id: str, what: str = "") -> str:
    return f"/batches/{part(batch_id)}{'/' + what if what else ''}"
