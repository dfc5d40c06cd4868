"""Reading plans and their lines; inside the fence."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from domains.models import Domain
from domains.selectors.domains import held_domains
from registrar.errors import NotFound
from registrar.tenancy.lookups import find_by_public_id
from templates_app.models import InfoTemplate

from .models import Plan, PlanLine
from .states import CARRIED_OUT, LineState, PlanRoute

NEWEST = ("-created_at", "-id")
IN_ORDER = ("position", "id")
# Groups that a page names; the rest is reached through the lines.
MOST_GROUPS = 60
# What a plan asks of a domain: the gates' facts and the holder, not the contact.
_UNREAD = ("contact", "nameservers", "tags")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines a plan has: by route, by state, and of those that a run carries out, by
    what became of them. `last_on` is the latest day on which one is expected to be done."""

    total: int = 0
    routes: Mapping[str, int] = field(default_factory=Counter)
    states: Mapping[str, int] = field(default_factory=Counter)
    to_do: int = 0
    conflicts: int = 0
    last_on: dt.date | None = None
    provisional: bool = False

    def state(self, state: str) -> int:
        return self.states.get(state, 0)

    @property
    def refused(self) -> int:
        return self.state(LineState.REFUSED)

    @property
    def ended(self) -> int:
        """Of the lines that were to be carried out."""
        return self.state(LineState.DONE) + self.refused

    @property
    def planned_to_run(self) -> int:
        return self.ended + self.state(LineState.QUEUED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines under one heading: the same route to the same template, or, by hand, the same
    holder with the same reason."""

    key: str
    route: PlanRoute
    count: int
    holder_type: str
    holder: str
    reason: str
    expected_on: dt.date | None
    provisional: bool
    other_holders: int
    template: InfoTemplate | None = None


def plans() -> QuerySet[Plan]:
    rows: QuerySet[Plan] = Plan.objects.select_related("template")
    return rows.defer("template__document_number")


def find_plan(public_id: str) -> Plan:
    """NotFound when there is none in this account."""
    return find_by_public_id(plans(), public_id)


def lines_of(plan: Plan) -> QuerySet[PlanLine]:
    """Every line with its domain, template and results, without anything sealed."""
    rows: QuerySet[PlanLine] = PlanLine.objects.filter(plan=plan).select_related(
        "domain", "template", "operation", "submission"
    )
    return rows.defer(
        "template__document_number",
        "submission__document_number",
        "submission__note_to_staff",
        *(f"domain__{name}" for name in _UNREAD),
    )


def line_of(plan: Plan, name: str) -> PlanLine:
    """The line of the domain of this A-label; NotFound."""
    row = lines_of(plan).filter(domain__name=name).first()
    if row is None:
        raise NotFound()
    return row


def domains_for_plans() -> QuerySet[Domain]:
    """Domains with what a plan asks of them."""
    return held_domains().defer(*_UNREAD)


def counts_of(plan_pks: Iterable[int]) -> dict[int, Counts]:
    """The counts of several plans in one query."""
    pks = list(plan_pks)
    rows = (
        PlanLine.objects.filter(plan__in=pks)
        .order_by()
        .values("plan_id", "route", "state")
        .annotate(
            count=Count("pk"),
            conflicts=Count("pk", filter=~Q(blocked_by=[])),
            last_on=Max("expected_on"),
            provisional_on=Max("expected_on", filter=Q(expected_provisional=True)),
        )
    )
    found: dict[int, list[dict[str, Any]]] = {pk: [] for pk in pks}
    for row in rows:
        found[row["plan_id"]].append(row)
    return {pk: _counts(own) for pk, own in found.items()}


def _counts(rows: list[dict[str, Any]]) -> Counts:
    routes, states = Counter[str](), Counter[str]()
    for row in rows:
        routes[row["route"]] += row["count"]
        states[row["state"]] += row["count"]
    last_on = max((row["last_on"] for row in rows if row["last_on"]), default=None)
    return Counts(
        total=routes.total(),
        routes=routes,
        states=states,
        to_do=sum(routes[route] for route in CARRIED_OUT),
        conflicts=sum(row["conflicts"] for row in rows),
        last_on=last_on,
        provisional=any(last_on and row["provisional_on"] == last_on for row in rows),
    )


def groups_of(plan: Plan) -> list[Group]:
    """The plan's groups, those with something to carry out first, then the largest; two
    queries, at most MOST_GROUPS."""
    rows = (
        PlanLine.objects.filter(plan=plan)
        .order_by()
        .values("group", "route", "template_id")
        .annotate(
            count=Count("pk"),
            holder=Min("domain__registrant_name"),
            holder_type=Min("domain__holder_type"),
            why=Min("reason"),
            expected=Max("expected_on"),
            provisional=Max("expected_on", filter=Q(expected_provisional=True)),
            others=Count("pk", filter=Q(other_holder=True)),
        )
        .order_by("-count", "group")[:MOST_GROUPS]
    )
    found = list(rows)
    templates = _templates(row["template_id"] for row in found if row["template_id"])
    groups = [_group(row, templates) for row in found]
    order = list(PlanRoute)
    return sorted(groups, key=lambda group: order.index(group.route))


def _group(row: dict[str, Any], templates: dict[int, InfoTemplate]) -> Group:
    return Group(
        key=row["group"],
        route=PlanRoute(row["route"]),
        count=row["count"],
        holder_type=row["holder_type"],
        holder=row["holder"],
        reason=row["why"],
        expected_on=row["expected"],
        provisional=bool(row["expected"]) and row["expected"] == row["provisional"],
        other_holders=row["others"],
        template=templates.get(row["template_id"]),
    )


def _templates(pks: Iterable[int]) -> dict[int, InfoTemplate]:
    rows = InfoTemplate.objects.filter(pk__in=list(pks)).defer("document_number")
    return {row.pk: row for row in rows}
