"""Rows under lock. A plan is locked before its lines; a worker locks domain and template before
a line, and never a plan while it holds one."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import NotFound, StateConflict
from verification.plans.models import Plan, PlanLine
from verification.plans.states import LineState, PlanState

_NOT_DRAFT = _("This plan has been run or given up already. Make a new one for what is left.")


def lock_plan(pk: int) -> Plan:
    """The plan as it is now, locked until the transaction ends; NotFound."""
    try:
        return Plan.objects.select_for_update().get(pk=pk)
    except Plan.DoesNotExist:
        raise NotFound from None


def lock_draft(pk: int) -> Plan:
    """The same, for what may be done before it runs only; StateConflict otherwise."""
    plan = lock_plan(pk)
    if plan.state != PlanState.DRAFT:
        raise StateConflict("plan_not_draft", _NOT_DRAFT)
    return plan


def lock_queued_line(pk: int) -> PlanLine | None:
    """The line while it still waits its turn; None when somebody else was faster."""
    rows = PlanLine.objects.select_for_update().filter(pk=pk, state=LineState.QUEUED)
    return rows.first()
