"""What is under way for a domain: handed in, with a reviewer, at the authority, changing hands."""

import datetime as dt
from collections.abc import Callable

from django.utils import timezone

from domains.models import Domain, Operation
from domains.registries.simulated.models import SimulatedRequest
from domains.registries.simulated.rules import UNUSABLE_NAME
from registrar.accounts.models import User
from registrar.tenancy.actor import Actor
from registrar.workdays import add_working_days
from templates_app.models import InfoTemplate
from templates_app.states import TemplateState
from verification.authorities.routing import simulated_authority
from verification.authorities.simulated.models import AuthorityCase
from verification.models import Material
from verification.services.holding import lease_from
from verification.services.submitting import submit_verification

from .cast import STAFF
from .history import keep, new_submission
from .identities import Identity
from .plan import Attempt, Step

# Authority and registry of these few take their days, as real ones do.
_SLOW = dt.timedelta(days=2)
_OPERATION = "change_registrant"
_WORKING_DAYS = 3


def take_step(
    step: Step, *, actor: Actor, domain: Domain, identity: Identity, material: Material
) -> None:
    """Inside the fence, in the transaction that made the domain."""
    _STEPS[step](actor, domain, identity, material)


def _hand_in(actor: Actor, domain: Domain, identity: Identity, material: Material) -> None:
    submit_verification(
        actor=actor,
        domain=domain,
        document_type=identity.document_type,
        document_number=identity.number,
        materials=[material],
        looking=False,
    )


def _claim(actor: Actor, domain: Domain, identity: Identity, material: Material) -> None:
    _hand_in(actor, domain, identity, material)
    submission = domain.submissions.get()
    submission.claim()
    submission.reviewer = User.objects.get(email=STAFF[1].email)
    submission.claimed_at = timezone.now()
    submission.lease_until = lease_from(submission.claimed_at)
    submission.save()


def _at_authority(_actor: Actor, domain: Domain, identity: Identity, material: Material) -> None:
    now = timezone.now()
    begun = now - dt.timedelta(hours=5)
    submission = new_submission(
        Attempt(days_ago=0),
        identity=identity,
        submitted_by="operator@acme.example",
        template=None,
        domain=domain,
        begun=begun,
    )
    submission.hand_over()
    submission.authority = simulated_authority()
    submission.sent_at = submission.received_at = submission.due_at = now
    keep(submission, material, begun=begun)
    AuthorityCase.objects.create(
        transaction_id=submission.transaction_id, answers_at=now + _SLOW, messages=[]
    )


def _change(_actor: Actor, domain: Domain, _identity: Identity, _material: Material) -> None:
    operation = _operation(domain)
    operation.submit()
    operation.accept()
    operation.due_at = timezone.now()
    operation.save(force_insert=True)
    SimulatedRequest.objects.create(
        transaction_id=operation.transaction_id,
        kind=_OPERATION,
        name=domain.name,
        received_at=timezone.now(),
        answer_at=timezone.now() + _SLOW,
    )


def _failed_change(_actor: Actor, domain: Domain, _identity: Identity, _material: Material) -> None:
    operation = _operation(domain)
    operation.submit()
    operation.accept()
    operation.fail()
    operation.raw_messages = [UNUSABLE_NAME]
    operation.ended_at = timezone.now()
    operation.save(force_insert=True)


def _operation(domain: Domain) -> Operation:
    template = (
        InfoTemplate.objects.filter(state=TemplateState.VERIFIED).order_by("created_at").first()
    )
    expected = add_working_days(timezone.localdate(), _WORKING_DAYS)
    return Operation(
        account_id=domain.account_id,
        kind=_OPERATION,
        domain=domain,
        template=template,
        payload={"registrant_lock": False},
        requested_by="operator@acme.example",
        attempts=1,
        submitted_at=timezone.now(),
        expected_on=expected.date,
        expected_provisional=expected.provisional,
    )


_STEPS: dict[Step, Callable[[Actor, Domain, Identity, Material], None]] = {
    Step.HAND_IN: _hand_in,
    Step.CLAIM: _claim,
    Step.AT_AUTHORITY: _at_authority,
    Step.CHANGE: _change,
    Step.FAILED_CHANGE: _failed_change,
}
