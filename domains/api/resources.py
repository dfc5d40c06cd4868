"""What has an ETag: a domain, and an operation."""

from typing import Any

from domains.models import Domain, Operation
from domains.selectors.domains import find_domain
from domains.selectors.operations import find_operation
from domains.services.locking import lock_domain, lock_operation
from registrar.api.conditions import Resource

from .shapes import domain_shape, operation_shape


def _lock_domain(name: str) -> Domain:
    return lock_domain(find_domain(name).pk)


def _shown_domain(name: str) -> dict[str, Any]:
    return domain_shape(find_domain(name))


def _lock_operation(operation_id: str) -> Operation:
    operation = find_operation(operation_id)
    lock_domain(operation.domain_id)  # always before what is about it
    return lock_operation(operation.pk)


def _shown_operation(operation_id: str) -> dict[str, Any]:
    return operation_shape(find_operation(operation_id))


DOMAIN = Resource(lock=_lock_domain, shown=_shown_domain)
OPERATION = Resource(lock=_lock_operation, shown=_shown_operation)
