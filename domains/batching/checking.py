"""What can be told of thousands of orders at once, in two queries."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from domains.api.bodies import PAYLOAD_FIELDS, OperationInput
from domains.names import NotAName, to_ascii
from domains.operation_kinds import GATED_KINDS
from domains.selectors.domains import held_domains
from registrar.accounts.guard import scope_missing
from registrar.accounts.permissions import Permission
from registrar.batches.checking import shape_each, told_of
from registrar.batches.kinds import Checked, Refused
from registrar.errors import FieldError, InvalidInput, NotFound, ServiceError
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.lookups import find_all_by_public_id
from templates_app.models import InfoTemplate

TOLD = ("operation", "domain", "template")
_Given = dict[str, Any]


def check_orders(actor: Actor, given: Sequence[_Given]) -> list[Checked | Refused]:
    """Form, names and ids, fields that the kind doesn't have, and a key's missing scope; what the
    gate says of each domain is asked when it is the item's turn."""
    shaped = shape_each(OperationInput(), given)
    orders = [one for one in shaped if not isinstance(one, InvalidInput)]
    names = _ascii_names(orders)
    known = _known_names(names.values())
    templates = _known_templates(orders)
    found: list[Checked | Refused] = []
    for item, order in zip(given, shaped, strict=True):
        told = told_of(item, TOLD)
        if isinstance(order, InvalidInput):
            found.append(Refused(order, told))
            continue
        name = names.get(order["domain"], "")
        try:
            _refuse_unknown(order, name in known, templates)
            purpose = _purpose(actor, order)
        except ServiceError as refusal:
            found.append(Refused(refusal, told))
        else:
            found.append(Checked(name, told | {"domain": name}, order, purpose))
    return found


def _ascii_names(orders: Sequence[_Given]) -> dict[str, str]:
    """The A-label of each text that is a name."""
    found = {}
    for text in {order["domain"] for order in orders}:
        try:
            found[text] = to_ascii(text)
        except NotAName:
            continue
    return found


def _known_names(names: Any) -> set[str]:
    return set(held_domains().filter(name__in=set(names)).values_list("name", flat=True))


def _known_templates(orders: Sequence[_Given]) -> Mapping[str, InfoTemplate]:
    rows: QuerySet[InfoTemplate] = InfoTemplate.objects.only("uid")
    return find_all_by_public_id(rows, (o["template"] for o in orders if "template" in o))


def _refuse_unknown(order: _Given, is_known: bool, templates: Mapping[str, InfoTemplate]) -> None:
    spec, text = GATED_KINDS[order["operation"]], order.get("template")
    missing = [] if is_known else ["domain"]
    if text is not None and text not in templates:
        missing.append("template")
    if missing:
        raise NotFound(errors=[FieldError(name, "not_found", NotFound.message) for name in missing])
    spec.only_known(_payload(order))
    spec.template_for(templates[text] if text is not None else None)


def _purpose(actor: Actor, order: _Given) -> str:
    """The identity check that it may need. A key's scope is asked here where it is needed in
    any case; whether a lock is really taken away only the domain knows."""
    spec = GATED_KINDS[order["operation"]]
    is_key = actor.kind is ActorKind.KEY
    if spec.always_sensitive and is_key and not actor.may(Permission.SENSITIVE):
        raise scope_missing(Permission.SENSITIVE)
    return spec.key if spec.is_sensitive(_payload(order)) else ""


def _payload(order: _Given) -> _Given:
    return {name: order[name] for name in PAYLOAD_FIELDS if name in order}
