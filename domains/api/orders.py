"""From request bodies to orders: names and ids looked up inside the fence."""

from collections.abc import Mapping
from typing import Any, TypedDict

from django.db.models import QuerySet

from domains.models import Domain
from domains.selectors.domains import find_domain
from registrar.errors import FieldError, NotFound
from registrar.tenancy.lookups import find_by_public_id
from templates_app.models import InfoTemplate

from .bodies import PAYLOAD_FIELDS, OperationInput


class Order(TypedDict):
    """One operation that is asked for: the arguments of `request_operation`."""

    kind: str
    domain: Domain
    template: InfoTemplate | None
    payload: Mapping[str, Any]


def read_order(data: Any) -> Order:
    """The order in one body. ValidationError for its form, NotFound for what isn't there."""
    body = OperationInput(data=data)
    body.is_valid(raise_exception=True)
    given = body.validated_data
    return Order(
        kind=given["operation"],
        domain=_domain(given["domain"]),
        template=template_of(given["template"]) if "template" in given else None,
        payload={name: given[name] for name in PAYLOAD_FIELDS if name in given},
    )


def _domain(name: str) -> Domain:
    try:
        return find_domain(name)
    except NotFound as missing:
        raise NotFound(errors=[FieldError("domain", "not_found", missing.message)]) from None


def template_of(public_id: str) -> InfoTemplate:
    """NotFound, of the field `template`, for none of this account's."""
    rows: QuerySet[InfoTemplate] = InfoTemplate.objects.defer("document_number")
    try:
        return find_by_public_id(rows, public_id)
    except NotFound as missing:
        raise NotFound(errors=[FieldError("template", "not_found", missing.message)]) from None
