"""Rows under lock, always in the same order: domain, template, operation."""

from domains.models import Domain, Operation
from registrar.errors import NotFound
from templates_app.models import InfoTemplate


def lock_domain(pk: int) -> Domain:
    """The domain as it is now, locked until the transaction ends; NotFound."""
    try:
        return Domain.objects.select_for_update().get(pk=pk)
    except Domain.DoesNotExist:
        raise NotFound from None


def lock_template(pk: int) -> InfoTemplate:
    """Shared with nobody: a template must not be disabled while a domain moves to it."""
    try:
        return InfoTemplate.objects.select_for_update().get(pk=pk)
    except InfoTemplate.DoesNotExist:
        raise NotFound from None


def lock_operation(pk: int) -> Operation:
    """Locked alone; its domain, template and batch come along for the log."""
    rows = Operation.objects.select_for_update(of=("self",))
    try:
        return rows.select_related("domain", "template", "batch").get(pk=pk)
    except Operation.DoesNotExist:
        raise NotFound from None
