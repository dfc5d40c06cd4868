"""Making a plan: looked at by anybody, carried out by nobody yet."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from domains.models import Domain
from domains.selectors.filters import DomainFilter
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import FieldError, InvalidInput
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from templates_app.models import InfoTemplate
from templates_app.states import TemplateState
from verification.plans.columns import columns_of
from verification.plans.facts import Targets, facts_for
from verification.plans.models import Plan, PlanLine
from verification.plans.rules import propose
from verification.plans.selectors import lines_of
from verification.plans.states import CARRIED_OUT, LineState

from .choosing import Chosen, choose_by_filter, choose_by_names

_AT_ONCE = 1000
_UNVERIFIED = _("The info template is not verified. Verify it first, or choose another one.")


@transaction.atomic
def make_plan(
    *,
    actor: Actor,
    domains: Sequence[str] | None = None,
    wanted: DomainFilter | None = None,
    template: InfoTemplate | None = None,
    other_holder: bool = False,
) -> Plan:
    """A draft with a line for each domain: by names, or all that match a filter.

    `template` is preferred wherever a domain can move to it; `other_holder` confirms that
    domains of other holders are meant too, which otherwise keep the line of their own.
    InvalidInput for names that aren't the account's (each is named), for more than 5,000, and
    where nothing needs verification.
    """
    require(actor, Permission.OPERATIONS_WRITE)
    require(actor, Permission.DOMAINS_READ)
    if (domains is None) == (wanted is None):
        raise ValueError("a plan is made either of names or of a filter")
    chosen = choose_by_names(domains) if domains is not None else _by_filter(wanted)
    return _write(actor, chosen, template, other_holder=other_holder)


@transaction.atomic
def plan_again(*, actor: Actor, plan: Plan) -> Plan:
    """Another draft, of the lines that were refused; for its template, if that is still
    verified. InvalidInput when there are none."""
    refused = lines_of(plan).filter(state=LineState.REFUSED).values_list("domain__name", flat=True)
    require(actor, Permission.OPERATIONS_WRITE)
    require(actor, Permission.DOMAINS_READ)
    chosen = choose_by_names(list(refused))
    again = Chosen(chosen.domains, 0, selection={"again": plan.public_id})
    wanted = plan.template if plan.template and _is_verified(plan.template) else None
    return _write(actor, again, wanted, other_holder=False)


def _is_verified(template: InfoTemplate) -> bool:
    return bool(template.state == TemplateState.VERIFIED)


def _by_filter(wanted: DomainFilter | None) -> Chosen:
    return choose_by_filter(wanted or DomainFilter())


def _write(
    actor: Actor, chosen: Chosen, template: InfoTemplate | None, *, other_holder: bool
) -> Plan:
    if template is not None and not _is_verified(template):
        raise InvalidInput(errors=[FieldError("template", "template_not_verified", _UNVERIFIED)])
    plan = Plan.objects.create(
        account_id=actor.account_id,
        made_by=actor.label[:128],
        selection=dict(chosen.selection),
        template=template,
        verified=chosen.verified,
    )
    rows = _columns(chosen.domains, template, other_holder=other_holder)
    PlanLine.objects.bulk_create(
        [
            PlanLine(
                account_id=plan.account_id, plan=plan, domain=domain, position=number, **columns
            )
            for number, (domain, columns) in enumerate(rows, 1)
        ],
        batch_size=_AT_ONCE,
    )
    record(
        actor=actor,
        action="plan.made",
        about=plan,
        after={
            "lines": len(rows),
            "to_do": sum(columns["route"] in CARRIED_OUT for __, columns in rows),
        },
    )
    return plan


def _columns(
    domains: Sequence[Domain], template: InfoTemplate | None, *, other_holder: bool
) -> list[tuple[Domain, dict[str, Any]]]:
    targets = Targets(domains)
    facts = facts_for(domains, targets)
    templates = targets.by_key()
    if template is not None:
        templates[template.public_id] = template
    found = []
    for domain in domains:
        preferred = targets.candidate(template, domain) if template else None
        if preferred and not preferred.same_holder and not other_holder:
            preferred = None
        proposal = propose(facts[domain.pk], preferred=preferred)
        found.append((domain, columns_of(proposal, templates)))
    return found
