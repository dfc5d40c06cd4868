"""/operations: changing domains."""

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.common import Page
from registrar.client.shapes.operations import Operation

from .base import Resource, part

ENDED = frozenset({"succeeded", "failed", "cancelled"})


class OperationFilter(TypedDict, total=False):
    state: str | None
    operation: str | None
    domain: str | None
    batch: str | None
    limit: int | None


class Operations(Resource):
    def list(self, **wanted: Unpack[OperationFilter]) -> Iterator[Operation]:
        return self._every("/operations", wanted)

    def page(self, cursor: str | None = None, **wanted: Unpack[OperationFilter]) -> Page[Operation]:
        return cast(Page[Operation], self._page("/operations", {**wanted, "cursor": cursor}))

    def get(self, operation_id: str) -> Operation:
        return cast(Operation, self._get(f"/operations/{part(operation_id)}"))

    def ask(
        self, operation: str, domain: str, *, how: How | None = None, **fields: Any
    ) -> Operation:
        """One operation with its own fields: `template`, `contact`, `locks`, …"""
        body = {"operation": operation, "domain": domain, **fields}
        return cast(Operation, self._post("/operations", body, how))

    def change_registrant(self, domain: str, template: str, **how: Unpack[How]) -> Operation:
        """Needs the scope `sensitive` besides."""
        return self.ask("change_registrant", domain, template=template, how=how)

    def set_locks(self, domain: str, locks: Mapping[str, bool], **how: Unpack[How]) -> Operation:
        """`locks` says which are to be on or off, such as `{"transfer": True}`."""
        return self.ask("set_locks", domain, locks=dict(locks), how=how)

    def cancel(self, operation_id: str, **how: Unpack[How]) -> Operation:
        """Until the registry has got it."""
        return cast(Operation, self._post(f"/operations/{part(operation_id)}/cancel", None, how))
