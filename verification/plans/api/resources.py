"""What has an ETag: a plan, and one line of it."""

from typing import Any

from domains.names import NotAName, to_ascii
from registrar.api.conditions import Resource
from registrar.errors import NotFound
from verification.plans.models import Plan, PlanLine
from verification.plans.selectors import counts_of, find_plan, line_of
from verification.plans.services.locking import lock_plan
from verification.plans.states import PlanState

from .shapes import line_shape, plan_shape


def find_line(plan_id: str, name: str) -> PlanLine:
    """The line of this domain, by either form of its name; NotFound."""
    try:
        return line_of(find_plan(plan_id), to_ascii(name))
    except NotAName:
        raise NotFound from None


def _lock(plan_id: str, name: str) -> Plan:
    # Lines change under their plan's lock.
    return lock_plan(find_line(plan_id, name).plan_id)


def _shown(plan_id: str, name: str) -> dict[str, Any]:
    return line_shape(find_line(plan_id, name))


def _lock_plan(plan_id: str) -> Plan:
    return lock_plan(find_plan(plan_id).pk)


def _shown_plan(plan_id: str) -> dict[str, Any]:
    """With when a draft's lines were changed last, which its counts need not show: whoever runs
    it with a tag runs what they have read."""
    plan = find_plan(plan_id)
    changed = plan.updated_at if plan.state == PlanState.DRAFT else None
    return plan_shape(plan, counts_of([plan.pk])[plan.pk]) | {"changed": changed}


PLAN = Resource(lock=_lock_plan, shown=_shown_plan)
LINE = Resource(lock=_lock, shown=_shown)
