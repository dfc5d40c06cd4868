"""One line, carried out in one transaction through the ordinary services."""

from dataclasses import replace

from django.utils import timezone

from domains.gates import Operation as GateOperation
from domains.gating import reasons_of, target_of
from domains.models import Domain
from domains.services.locking import lock_domain, lock_template
from domains.services.operations import request_operation
from registrar.errors import Blocked, NotPermitted, ServiceError, StateConflict
from registrar.tenancy.actor import Actor, system_actor
from registrar.transitions import move
from verification.models import Submission
from verification.plans.facts import as_candidate, facts_for
from verification.plans.models import Plan, PlanLine
from verification.plans.permitted import is_permitted
from verification.plans.refusals import UNEXPECTED, refusal_of
from verification.plans.rules import against
from verification.plans.states import LineState, PlanRoute
from verification.selectors import latest_failed_for
from verification.waiting.resubmitting import resubmit_unchanged
from verification.waiting.selectors import way_on_of
from verification.waiting.services import answered_issue_date, schedule_reminder

from .locking import lock_queued_line

# A line that fails in a way nobody foresaw is tried again, after the others.
MOST_ATTEMPTS = 3


def acting_for(plan: Plan) -> Actor:
    """The system, which may do everything, in the name of whoever ran the plan: what they may
    do is asked for every line."""
    actor = system_actor(plan.account_id)
    return replace(actor, label=plan.run_by, user_id=plan.run_user_id, key_id=plan.run_key_id)


def carry_out_line(*, actor: Actor, plan: Plan, line_id: int) -> None:
    """Carry out one line if it still waits its turn, and write down what became of it.

    The result and the line change together. A refusal ends the line and nothing else.
    """
    found = PlanLine.objects.filter(pk=line_id, state=LineState.QUEUED).first()
    if found is None:
        return
    domain = lock_domain(found.domain_id)
    if found.template_id:
        lock_template(found.template_id)
    line = lock_queued_line(line_id)
    if line is None:
        return
    try:
        _carry_out(actor, plan, line, domain)
    except ServiceError as refused:
        line.refusal = refusal_of(refused)
        move(line.refuse)
    else:
        move(line.complete)
    line.ended_at = timezone.now()
    line.save()


def note_trouble(*, line_id: int) -> None:
    """The line failed in a way nobody foresaw, all its changes undone; at last it is refused."""
    line = lock_queued_line(line_id)
    if line is None:
        return
    line.attempts += 1
    if line.attempts >= MOST_ATTEMPTS:
        line.refusal = refusal_of(UNEXPECTED)
        line.ended_at = timezone.now()
        move(line.refuse)
    line.save()


def _carry_out(actor: Actor, plan: Plan, line: PlanLine, domain: Domain) -> None:
    route = PlanRoute(line.route)
    if not is_permitted(plan, route):
        raise NotPermitted()
    _require_open(line, domain)
    if route is PlanRoute.CHANGE_REGISTRANT:
        line.operation = request_operation(
            actor=actor,
            kind=GateOperation.CHANGE_REGISTRANT,
            domain=domain,
            template=line.template,
        )
    elif route is PlanRoute.RESUBMIT_UNCHANGED:
        line.submission = resubmit_unchanged(actor=actor, submission=_failure_of(domain))
    else:
        line.submission = _failure_of(domain)
        _remind(actor, line.submission)


def _failure_of(domain: Domain) -> Submission:
    failure = latest_failed_for(domain)
    if failure is None:
        raise StateConflict
    return failure


def _remind(actor: Actor, failure: Submission) -> None:
    """One that is set already stays as it is: it may know the day of issue."""
    way = way_on_of(failure)
    if way is None or way.reminder is None:
        issued_on = answered_issue_date(failure)
        schedule_reminder(actor=actor, submission=failure, issued_on=issued_on)


def _require_open(line: PlanLine, domain: Domain) -> None:
    """What stands against the line now; no other template matters any more."""
    facts, target = facts_for([domain])[domain.pk], None
    if line.template is not None:
        target = as_candidate(line.template, domain, target_of(line.template, domain))
    found = against(facts, PlanRoute(line.route), target, other_holder=line.other_holder)
    if found:
        raise Blocked(errors=reasons_of(found))
