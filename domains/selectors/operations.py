"""Reading operations; inside the fence."""

from dataclasses import dataclass

from django.db.models import QuerySet

from domains.models import Domain, Operation
from domains.states import ENDED
from registrar.batches.models import Batch
from registrar.tenancy.lookups import find_by_public_id

NEWEST = ("-created_at", "-id")


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationFilter:
    """Empty means everything."""

    state: str = ""
    kind: str = ""
    domain: Domain | None = None
    batch: Batch | None = None

    def apply(self, rows: QuerySet[Operation]) -> QuerySet[Operation]:
        if self.state:
            rows = rows.filter(state=self.state)
        if self.kind:
            rows = rows.filter(kind=self.kind)
        if self.domain:
            rows = rows.filter(domain=self.domain)
        return rows.filter(batch=self.batch) if self.batch else rows


def operations() -> QuerySet[Operation]:
    """All operations that the asker may see, with domain, template and batch."""
    rows: QuerySet[Operation] = Operation.objects.select_related("domain", "template", "batch")
    return rows.defer("template__document_number", "domain__contact")


def find_operation(public_id: str) -> Operation:
    """NotFound when there is none in this account."""
    return find_by_public_id(operations(), public_id)


def open_operations_of(domain: Domain) -> list[Operation]:
    """What is under way for the domain, the newest first."""
    return list(operations().filter(domain=domain).exclude(state__in=ENDED).order_by(*NEWEST))


def recent_operations_of(domain: Domain, *, limit: int = 20) -> list[Operation]:
    return list(operations().filter(domain=domain).order_by(*NEWEST)[:limit])


def open_operation_of(domain: Domain, kind: str) -> Operation | None:
    """The one of this kind that is under way; the database allows no second."""
    return operations().filter(domain=domain, kind=kind).exclude(state__in=ENDED).first()
