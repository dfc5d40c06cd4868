"""Carrying out plans. Ids in; every task may run twice, at any time."""

from celery import shared_task
from django.utils import timezone

from registrar.jobs import hurry
from registrar.portions import work_through
from registrar.tenancy.actor import Actor, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .models import Plan
from .services.advancing import Portion, put_back, take_portion
from .services.carrying_out import acting_for, carry_out_line, note_trouble

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
    def carry_out(line_id: int) -> None:
        with acting_as(actor):
            carry_out_line(actor=actor, plan=portion.plan, line_id=line_id)

    def trouble(line_id: int) -> None:
        with acting_as(actor):
            note_trouble(line_id=line_id)

    work_through(portion.lines, carry_out=carry_out, note_trouble=trouble, what="plan_line")
