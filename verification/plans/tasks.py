"""Carrying out plans. Ids in; every task may run twice, at any time."""

import structlog
from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone

from registrar.jobs import hurry
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .models import Plan
from .services.advancing import Portion, put_back, take_portion
from .services.carrying_out import acting_for, carry_out_line, note_trouble

log = structlog.get_logger(__name__)
_AT_ONCE = 500


@shared_task(ignore_result=True)
def run_lines(plan_id: int, account_id: int) -> None:
    """Carry out the next lines of a running plan, and hurry the ones after them."""
    with acting_as(system_actor(account_id)):
        portion = take_portion(plan_id=plan_id)
    if portion is None:
        return
    actor = acting_for(portion.plan)
    _carry_out(actor, portion)
    with acting_as(actor):
        more = put_back(actor=actor, plan_id=plan_id)
    if more:
        hurry(run_lines, plan_id, account_id)


@shared_task(ignore_result=True)
def sweep_plans() -> None:
    """Find plans that nobody works on, across accounts, and hurry each."""
    with acting_as(system_staff_actor()):
        due = Plan.objects.filter(due_at__lte=timezone.now()).order_by("due_at")
        rows = list(due.values_list("pk", "account_id")[:_AT_ONCE])
    for plan_id, account_id in rows:
        hurry(run_lines, plan_id, account_id)


def _carry_out(actor: Actor, portion: Portion) -> None:
    """As many lines as the task has time for; the one at which it runs out is undone, and no
    worse for it."""
    try:
        for line_id in portion.lines:
            _carry_out_one(actor, portion.plan, line_id)
    except SoftTimeLimitExceeded:
        log.warning("plan_portion_cut_short", plan=portion.plan.pk)


def _carry_out_one(actor: Actor, plan: Plan, line_id: int) -> None:
    """Each line in a transaction of its own: what goes wrong with one is undone for one."""
    try:
        with acting_as(actor):
            carry_out_line(actor=actor, plan=plan, line_id=line_id)
    except SoftTimeLimitExceeded:
        raise
    except Exception as error:
        log.warning("plan_line_trouble", line=line_id, error=type(error).__name__)
        with acting_as(actor):
            note_trouble(line_id=line_id)
