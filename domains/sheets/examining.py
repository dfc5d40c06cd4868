"""What rows of a file would do to the account's domains, many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from domains.gates import Operation as GateOperation
from domains.gating import blockers_of, reasons_of, target_of
from domains.models import Domain
from domains.names import NotAName, to_ascii
from domains.selectors.domains import domains
from registrar import public_ids
from registrar.errors import FieldError, InvalidInput
from registrar.sheets.given import Given
from registrar.sheets.kinds import Finding
from templates_app.models import InfoTemplate
from templates_app.restrictions.selectors import restrictions_by_template
from templates_app.rules.restrictions import Hit
from templates_app.selectors import living_templates

from .typed import Wanted, wanted_of

UPDATE, CHANGE_REGISTRANT = "update", "change_registrant"
_NO_NAME = _("There is no such domain name.")
_NOT_OURS = _("There is no such domain in this account.")
_NO_TEMPLATE = _("There is no such info template in this account.")


@dataclass(frozen=True, slots=True)
class Known:
    """What the account has of all that the rows name."""

    domains: Mapping[str, Domain]
    templates: Mapping[str, InfoTemplate]
    restrictions: Mapping[int, tuple[Hit, ...]]


def examine_domains(rows: Sequence[Given]) -> list[Finding]:
    """A finding for each row. Four queries for all of them."""
    names = [ascii_or_none(row.values.get("name", "")) for row in rows]
    known = _known([name for name in names if name], rows)
    return [_finding(name, row, known) for name, row in zip(names, rows, strict=True)]


def ascii_or_none(text: str) -> str | None:
    try:
        return to_ascii(text)
    except NotAName:
        return None


def _known(names: Sequence[str], rows: Sequence[Given]) -> Known:
    ids = {row.values.get("template", "").strip() for row in rows} - {""}
    uids = {uid: text for text in ids if (uid := public_ids.decode(InfoTemplate.id_prefix, text))}
    templates = living_templates().defer("document_number").filter(uid__in=uids) if uids else []
    found = {uids[template.uid]: template for template in templates}
    return Known(
        {domain.name: domain for domain in domains().filter(name__in=names)},
        found,
        restrictions_by_template(list(found.values())),
    )


def _finding(name: str | None, row: Given, known: Known) -> Finding:
    typed = row.values.get("name", "").strip()
    if name is None:
        return Finding(key="", title=typed, errors=[FieldError("name", "invalid", _NO_NAME)])
    domain = known.domains.get(name)
    if domain is None:
        return Finding(key=name, title=typed, errors=[FieldError("name", "not_found", _NOT_OURS)])
    try:
        wanted = wanted_of(row.values)
    except InvalidInput as refused:
        return Finding(key=name, title=domain.unicode_name, errors=refused.errors)
    return _compared(domain, wanted, known)


def _compared(domain: Domain, wanted: Wanted, known: Known) -> Finding:
    noted: dict[str, Any] = {"tags": wanted.tags, "auto_renew": wanted.auto_renew}
    changes = [
        _change(field, getattr(domain, field), value)
        for field, value in noted.items()
        if value is not None and value != getattr(domain, field)
    ]
    effect = UPDATE if changes else ""
    errors: list[FieldError] = []
    present = domain.template.public_id if domain.template else ""
    if wanted.template and wanted.template != present:
        effect = CHANGE_REGISTRANT
        errors = _against(domain, known.templates.get(wanted.template), known)
        changes.append({"field": "template", "before": present, "after": wanted.template})
    return Finding(
        key=domain.name, title=domain.unicode_name, effect=effect, changes=changes, errors=errors
    )


def _against(domain: Domain, template: InfoTemplate | None, known: Known) -> list[FieldError]:
    """Every reason why the domain can't move to the template now."""
    if template is None:
        return [FieldError("template", "not_found", _NO_TEMPLATE)]
    target = target_of(template, domain, restrictions=known.restrictions)
    reasons = reasons_of(blockers_of(domain, GateOperation.CHANGE_REGISTRANT, target=target))
    return [FieldError("template", reason.code, reason.message) for reason in reasons]


def _change(field: str, before: Any, after: Any) -> dict[str, str]:
    return {"field": field, "before": _as_text(before), "after": _as_text(after)}


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value)
