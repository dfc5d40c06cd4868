"""Running a plan: accepted at once, carried out by a worker line by line."""

from typing import Any

from django.db import transaction
from django.db.models import Case, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import require_proof
from registrar.errors import InvalidInput
from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.plans.models import Plan, PlanLine
from verification.plans.permitted import PERMISSIONS
from verification.plans.selectors import Counts, counts_of
from verification.plans.states import CARRIED_OUT, LineState, PlanRoute, PlanState
from verification.plans.tasks import run_lines

from .locking import lock_plan

_NOTHING = _("No line of this plan can be carried out. Choose routes for some of them first.")


@transaction.atomic
def run_plan(*, actor: Actor, plan: Plan) -> Plan:
    """Have every line with a route carried out. Accepted in one step, however many lines.

    NotPermitted unless the asker may do what its lines do; where one changes a registrant
    StepUpRequired without a proof, for a key without the scope `sensitive` NotPermitted.
    InvalidInput when there is nothing to carry out; StateConflict when it has been run.
    """
    require(actor, Permission.OPERATIONS_WRITE)
    plan = lock_plan(plan.pk)
    counts = counts_of([plan.pk])[plan.pk]
    move(plan.run)
    if not counts.to_do:
        raise InvalidInput("nothing_to_run", _NOTHING)
    _require_rights(actor, counts)
    queued = When(route__in=CARRIED_OUT, then=Value(LineState.QUEUED))
    PlanLine.objects.filter(plan=plan, state=LineState.PLANNED).update(
        state=Case(queued, default=Value(LineState.SKIPPED))
    )
    plan.started_at = plan.due_at = timezone.now()
    plan.run_by = actor.label[:128]
    plan.run_user_id, plan.run_key_id = actor.user_id, actor.key_id
    plan.save()
    _log(actor, plan, "started", PlanState.DRAFT, lines=counts.to_do)
    hurry_on_commit(run_lines, plan.pk, plan.account_id)
    return plan


@transaction.atomic
def cancel_plan(*, actor: Actor, plan: Plan) -> Plan:
    """Let go of what has not been carried out; StateConflict when nothing is left to let go."""
    require(actor, Permission.OPERATIONS_WRITE)
    plan = lock_plan(plan.pk)
    before = plan.state
    move(plan.cancel)
    waiting = PlanLine.objects.filter(plan=plan, state__in=[LineState.PLANNED, LineState.QUEUED])
    left = waiting.update(state=LineState.SKIPPED)
    plan.due_at, plan.ended_at = None, timezone.now()
    plan.save()
    _log(actor, plan, "cancelled", before, lines=left)
    return plan


def _require_rights(actor: Actor, counts: Counts) -> None:
    for route in CARRIED_OUT:
        if counts.routes.get(route):
            require(actor, PERMISSIONS[route])
    if counts.routes.get(PlanRoute.CHANGE_REGISTRANT):
        require_proof(actor=actor, purpose=Purpose.CHANGE_REGISTRANT)


def _log(actor: Actor, plan: Plan, verb: str, before: str, **after: Any) -> None:
    record(
        actor=actor,
        action=f"plan.{verb}",
        about=plan,
        before={"state": str(before)},
        after={"state": str(plan.state), **after},
    )
