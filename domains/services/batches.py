"""Many operations in one call: each stands for itself, a refused one stops no other."""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from domains.models import Domain, Operation, OperationBatch
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import ServiceError
from registrar.tenancy.actor import Actor
from templates_app.models import InfoTemplate

from .operations import request_operation


class Order(TypedDict):
    """One operation that is asked for: the arguments of `request_operation`."""

    kind: str
    domain: Domain
    template: InfoTemplate | None
    payload: Mapping[str, Any]


def request_operations(
    *, actor: Actor, orders: Sequence[Order | Exception]
) -> tuple[OperationBatch, list[Operation | Exception]]:
    """A batch, and for each order in turn the operation or the refusal.

    An order that could not even be read comes as its exception, and is handed back as it is.
    Locks every domain and template before it begins, in one order: the log's chain is locked
    by the first entry, and whoever holds it must not wait for a row any more.
    """
    require(actor, Permission.OPERATIONS_WRITE)
    readable = [order for order in orders if not isinstance(order, Exception)]
    templates = [order["template"] for order in readable]
    _lock_all(Domain, [order["domain"].pk for order in readable])
    _lock_all(InfoTemplate, [template.pk for template in templates if template])
    batch = OperationBatch.objects.create(account_id=actor.account_id)
    return batch, [_request(actor, order, batch) for order in orders]


def _lock_all(model: type[Domain | InfoTemplate], pks: Sequence[int]) -> None:
    rows = model.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    list(rows.values_list("pk", flat=True))


def _request(
    actor: Actor, order: Order | Exception, batch: OperationBatch
) -> Operation | Exception:
    if isinstance(order, Exception):
        return order
    try:
        return request_operation(actor=actor, batch=batch, **order)
    except ServiceError as refusal:
        return refusal
