"""Batches of operations on domains."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from domains.api.orders import read_order
from domains.api.shapes import OperationShape, operation_shape
from domains.models import Operation
from domains.names import to_ascii, to_unicode
from domains.operation_texts import operation_name
from domains.selectors.domains import held_domains
from domains.selectors.operations import operations
from domains.services.operations import request_operation
from domains.states import ENDED
from registrar.accounts.permissions import Permission
from registrar.batches.kinds import Asked, BatchKind, Checked, Refused, Result
from registrar.batches.models import Batch, BatchItem
from registrar.public_ids import decode
from registrar.tenancy.actor import Actor
from templates_app.models import InfoTemplate

from .checking import check_orders


class OperationsKind(BatchKind):
    """Items of one domain run in the order given: each waits until the operation that an earlier
    one has asked for has ended, well or badly."""

    key = "operations"
    label = _("Operations")
    read = Permission.OPERATIONS_READ
    write = Permission.OPERATIONS_WRITE
    at_once = 50
    # Asked for elsewhere, in another batch or on a page: it ends by itself.
    not_yet = frozenset({"operation_open"})

    def check(self, actor: Actor, given: Sequence[dict[str, Any]]) -> list[Checked | Refused]:
        return check_orders(actor, given)

    def lock(self, asked: Sequence[Asked]) -> None:
        """Domains, then templates: the log's chain is locked by the first entry, and whoever
        holds it must not wait for a row any more."""
        names = {to_ascii(one["domain"]) for one in asked}
        _lock_all(held_domains().filter(name__in=names))
        uids = [decode(InfoTemplate.id_prefix, one.get("template", "")) for one in asked]
        _lock_all(InfoTemplate.objects.filter(uid__in=[uid for uid in uids if uid]))

    def prepare(self, actor: Actor, asked: Asked) -> None:
        """Operations need nothing from outside beforehand."""

    def run(self, actor: Actor, batch: Batch, asked: Asked) -> Result:
        operation = request_operation(actor=actor, batch=batch, **read_order(dict(asked)))
        return Result(operation.uid, operation.expected_on, operation.expected_provisional)

    def under_way(self) -> QuerySet[Any]:
        rows: QuerySet[Operation] = Operation.objects.filter(batch__isnull=False)
        return rows.exclude(state__in=ENDED).values("uid")

    def shapes(self, items: Sequence[BatchItem]) -> dict[uuid.UUID, dict[str, Any]]:
        found = operations().filter(uid__in=[item.result_uid for item in items])
        return {row.uid: operation_shape(row) for row in found}

    def empty(self) -> dict[str, Any]:
        return dict.fromkeys(OperationShape().fields)

    def heading(self, told: Mapping[str, str]) -> tuple[str, str]:
        return to_unicode(told.get("domain", "")), operation_name(told.get("operation", ""))

    def links(self, uids: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str]]:
        return {
            row.uid: (
                reverse("domains:operation", args=[row.public_id]),
                str(row.get_state_display()),
            )
            for row in operations().filter(uid__in=uids)
        }


def _lock_all(rows: QuerySet[Any]) -> None:
    list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))
