"""Taking a running plan from worker to worker, and bringing it to its end."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from registrar.jobs import lease_until
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.plans.models import Plan, PlanLine
from verification.plans.notices import tell_finished
from verification.plans.selectors import counts_of
from verification.plans.states import LineState, PlanState

from .locking import lock_plan

# So many lines for one message: well below the time that a task may take.
CHUNK = 25


@dataclass(frozen=True, slots=True)
class Portion:
    """The plan as it was taken, and the lines to carry out now."""

    plan: Plan
    lines: list[int]


@transaction.atomic
def take_portion(*, plan_id: int) -> Portion | None:
    """The next lines, and a lease on the plan; None when it isn't running or is taken."""
    plan = lock_plan(plan_id)
    now = timezone.now()
    if plan.state != PlanState.RUNNING or plan.due_at is None or plan.due_at > now:
        return None
    plan.due_at = lease_until()
    plan.save()
    waiting = PlanLine.objects.filter(plan=plan, state=LineState.QUEUED)
    lines = waiting.order_by("attempts", "position").values_list("pk", flat=True)[:CHUNK]
    return Portion(plan, list(lines))


@transaction.atomic
def put_back(*, actor: Actor, plan_id: int) -> bool:
    """The portion is done: whether there is more. When there is none, the plan is finished."""
    plan = lock_plan(plan_id)
    if plan.state != PlanState.RUNNING:
        return False
    plan.due_at = timezone.now()
    if PlanLine.objects.filter(plan=plan, state=LineState.QUEUED).exists():
        plan.save()
        return True
    _finish(actor, plan)
    return False


def _finish(actor: Actor, plan: Plan) -> None:
    counts = counts_of([plan.pk])[plan.pk]
    move(plan.finish)
    plan.due_at, plan.ended_at = None, timezone.now()
    plan.save()
    tell_finished(plan, counts)
    record(
        actor=actor,
        action="plan.finished",
        about=plan,
        before={"state": PlanState.RUNNING.value},
        after={
            "state": str(plan.state),
            "done": counts.state(LineState.DONE),
            "refused": counts.refused,
        },
    )
