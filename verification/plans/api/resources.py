"""What has an ETag: one line of a plan."""

from typing import Any

from domains.names import NotAName, to_ascii
from registrar.api.conditions import Resource
from registrar.errors import NotFound
from verification.plans.models import Plan, PlanLine
from verification.plans.selectors import find_plan, line_of
from verification.plans.services.locking import lock_plan

from .shapes import line_shape


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


LINE = Resource(lock=_lock, shown=_shown)
