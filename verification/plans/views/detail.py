"""/reverification-plans/<id>/: what is planned, how far it is, what became of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.listing import list_page
from templates_app.selectors import usable_templates
from verification.plans.models import Plan
from verification.plans.presenting import (
    described_selection,
    group_rows,
    is_final,
    line_row,
    plan_tone,
    route_counts,
)
from verification.plans.selectors import IN_ORDER, Counts, counts_of, find_plan, groups_of, lines_of
from verification.plans.states import LineState, PlanRoute, PlanState

_OFFERED = 100


@never_cache
@require_safe
@member_required(Permission.OPERATIONS_READ)
def plan_detail(request: MemberRequest, plan_id: str) -> HttpResponse:
    """The whole page. Asked by htmx it answers with the live part, which at the end has the
    page loaded once more, for its results."""
    plan = find_plan(plan_id)
    counts = counts_of([plan.pk])[plan.pk]
    if request.headers.get("HX-Request"):
        response = render(request, "plans/status.html", _status(request, plan, counts))
        if plan.state != PlanState.RUNNING:
            response["HX-Refresh"] = "true"
        return response
    context = {**_status(request, plan, counts), **_lines(request, plan), **_choices(plan)}
    return render(request, "plans/detail.html", context)


def _status(request: MemberRequest, plan: Plan, counts: Counts) -> dict[str, Any]:
    may_write = request.actor.may(Permission.OPERATIONS_WRITE)
    return {
        "plan": plan,
        "tone": plan_tone(plan),
        "counts": counts,
        "routes": route_counts(counts),
        "made_of": described_selection(plan),
        "done": counts.state(LineState.DONE),
        "refused": counts.refused,
        "changes": counts.routes.get(PlanRoute.CHANGE_REGISTRANT, 0),
        "live": plan.state == PlanState.RUNNING,
        "draft": plan.state == PlanState.DRAFT,
        "final": is_final(plan),
        "may_write": may_write,
        "confirming": request.GET.get("confirm") == "1",
    }


def _lines(request: MemberRequest, plan: Plan) -> dict[str, Any]:
    """One page of lines, narrowed to a group or a state where one was chosen."""
    rows, asked = lines_of(plan), {}
    groups = group_rows(groups_of(plan))
    chosen = next((g for g in groups if g.group.key == request.GET.get("group")), None)
    if chosen is not None:
        rows, asked["group"] = rows.filter(group=chosen.group.key), chosen.group.key
    state = request.GET.get("state", "")
    if state in LineState.values:
        rows, asked["state"] = rows.filter(state=state), state
    page = list_page(request, rows, order=IN_ORDER, asked=asked)
    return {
        "groups": groups,
        "has_by_hand": any(row.group.route is PlanRoute.BY_HAND for row in groups),
        "gives_away": sum(row.group.other_holders for row in groups),
        "chosen": chosen,
        "state": asked.get("state", ""),
        "states": LineState.choices,
        "lines": [line_row(line) for line in page.items],
        **page.links,
    }


def _choices(plan: Plan) -> dict[str, Any]:
    """What a line can be changed to; only a draft asks."""
    if plan.state != PlanState.DRAFT:
        return {}
    others = [route for route in PlanRoute if route is not PlanRoute.CHANGE_REGISTRANT]
    return {
        "templates": usable_templates()[:_OFFERED],
        "other_routes": [(route.value, route.label) for route in others],
    }
