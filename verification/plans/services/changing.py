"""Changing the lines of a draft: another route, another template, leaving domains out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from domains.gating import opens_on, reasons_of
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.blockers import Blocker
from registrar.errors import Blocked, NotFound
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from templates_app.models import InfoTemplate
from verification.plans.columns import columns_of
from verification.plans.facts import Targets, facts_for
from verification.plans.models import Plan, PlanLine
from verification.plans.rules import Proposal, against, line_for
from verification.plans.selectors import domains_for_plans
from verification.plans.states import PlanRoute

from .locking import lock_draft


@dataclass(frozen=True, slots=True)
class Changed:
    """How many lines took the route, and the domains that can't, each with every reason."""

    count: int
    refused: Mapping[str, tuple[Blocker, ...]]


@transaction.atomic
def change_lines(
    *,
    actor: Actor,
    plan: Plan,
    lines: Sequence[int],
    route: PlanRoute,
    template: InfoTemplate | None = None,
    other_holder: bool = False,
) -> Changed:
    """Give the lines with these pks another route; those that can't take it stay as they are.

    `other_holder` confirms that domains of another holder than the template's are meant. Blocked
    with every reason when no line can take it; StateConflict once the plan runs; NotFound when
    the plan has no such line.
    """
    require(actor, Permission.OPERATIONS_WRITE)
    plan = lock_draft(plan.pk)
    rows = list(PlanLine.objects.filter(plan=plan, pk__in=lines).order_by("position", "pk"))
    if not rows:
        raise NotFound()
    choice = _Choice(route, template, other_holder)
    refused, proposals = _judge(rows, choice)
    if not proposals:
        raise _all_refused(refused)
    _write(proposals, template)
    plan.save(update_fields=["updated_at"])  # lines that changed count as its own change
    record(actor=actor, action="plan.changed", about=plan, after=choice.logged(len(proposals)))
    return Changed(len(proposals), refused)


def change_group(
    *,
    actor: Actor,
    plan: Plan,
    group: str,
    route: PlanRoute,
    template: InfoTemplate | None = None,
    other_holder: bool = False,
) -> Changed:
    """`change_lines` for all lines under one heading, such as one template for all domains of a
    holder."""
    pks = PlanLine.objects.filter(plan=plan, group=group).values_list("pk", flat=True)
    return change_lines(
        actor=actor,
        plan=plan,
        lines=list(pks),
        route=route,
        template=template,
        other_holder=other_holder,
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    route: PlanRoute
    template: InfoTemplate | None
    other_holder: bool

    def logged(self, count: int) -> dict[str, Any]:
        found: dict[str, Any] = {"route": self.route.value, "lines": count}
        if self.template is not None:
            found["template"] = self.template.public_id
        return found


def _judge(
    rows: Sequence[PlanLine], choice: _Choice
) -> tuple[dict[str, tuple[Blocker, ...]], list[tuple[PlanLine, Proposal]]]:
    """Domains that can't take the route, and what is to be written for the others."""
    pks = [row.domain_id for row in rows]
    domains = {domain.pk: domain for domain in domains_for_plans().filter(pk__in=pks)}
    targets = Targets(list(domains.values()))
    facts = facts_for(list(domains.values()), targets)
    refused, proposals = {}, []
    for row in rows:
        domain, known = domains[row.domain_id], facts[row.domain_id]
        target = targets.candidate(choice.template, domain) if choice.template else None
        found = against(known, choice.route, target, other_holder=choice.other_holder)
        if found:
            refused[domain.name] = found
            continue
        proposal = line_for(known, choice.route, target=target, other_holder=choice.other_holder)
        proposals.append((row, proposal))
    return refused, proposals


def _write(proposals: Iterable[tuple[PlanLine, Proposal]], template: InfoTemplate | None) -> None:
    """One statement for all lines that become alike, which most of a group do."""
    templates = {template.public_id: template} if template else {}
    alike: dict[Proposal, list[int]] = {}
    for row, proposal in proposals:
        alike.setdefault(proposal, []).append(row.pk)
    for proposal, pks in alike.items():
        PlanLine.objects.filter(pk__in=pks).update(**columns_of(proposal, templates))


def _all_refused(refused: Mapping[str, tuple[Blocker, ...]]) -> Blocked:
    """Every reason once, however many domains it holds for."""
    reasons = {b.code: b for blocked_by in refused.values() for b in blocked_by}
    found = tuple(reasons.values())
    return Blocked(errors=reasons_of(found), blocked_until=opens_on(found))
