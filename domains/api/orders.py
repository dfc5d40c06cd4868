"""From request bodies to orders: names and ids looked up inside the fence."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.exceptions import ValidationError

from domains.models import Domain
from domains.selectors.domains import find_domain
from domains.services.batches import Order
from registrar.errors import FieldError, NotFound, ServiceError
from registrar.tenancy.lookups import find_by_public_id
from templates_app.models import InfoTemplate

from .bodies import PAYLOAD_FIELDS, OperationInput


def read_order(data: Any) -> Order:
    """The order in one body. ValidationError for its form, NotFound for what isn't there."""
    body = OperationInput(data=data)
    body.is_valid(raise_exception=True)
    given = body.validated_data
    return Order(
        kind=given["operation"],
        domain=_domain(given["domain"]),
        template=_template(given["template"]) if "template" in given else None,
        payload={name: given[name] for name in PAYLOAD_FIELDS if name in given},
    )


def read_item(data: Any) -> Order | Exception:
    """The same for one item of many: what is wrong with it takes its place."""
    try:
        return read_order(data)
    except (ValidationError, ServiceError) as problem:
        return problem


def _domain(name: str) -> Domain:
    try:
        return find_domain(name)
    except NotFound as missing:
        raise NotFound(errors=[FieldError("domain", "not_found", missing.message)]) from None


def _template(public_id: str) -> InfoTemplate:
    rows: QuerySet[InfoTemplate] = InfoTemplate.objects.defer("document_number")
    try:
        return find_by_public_id(rows, public_id)
    except NotFound as missing:
        raise NotFound(errors=[FieldError("template", "not_found", missing.message)]) from None
