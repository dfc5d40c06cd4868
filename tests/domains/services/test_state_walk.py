"""Every state of an operation × every action, through the service and through each door:
done where the table says so, refused as a conflict everywhere else, never an error."""

import itertools

import pytest
from django.utils import timezone

from domains.models import Domain, Operation
from domains.services.operations import cancel_operation, request_operation, submit_operation
from domains.states import ENDED, OperationState
from registrar.errors import ServiceError
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

S = OperationState
ACTIONS = ("request", "submit", "cancel")
ALLOWED = {
    ("request", S.SUCCEEDED),
    ("request", S.FAILED),
    ("request", S.CANCELLED),
    ("submit", S.AWAITING_IDENTITY),
    ("cancel", S.AWAITING_IDENTITY),
    ("cancel", S.SUBMITTED),
}


WALK = list(itertools.product(ACTIONS, S.values))


@pytest.fixture
def operation_in(acme, make_domain, make_template, inside):
    """A change of registrant in a state, with the domain as that state leaves it."""

    def make(state):
        change = {S.SUBMITTED: "in_review", S.IN_REVIEW: "in_review", S.FAILED: "failed"}
        domain = make_domain(acme, "a.com", registrant_change=change.get(state, "none"))
        now = timezone.now()
        with inside(acme):
            return Operation.objects.create(
                account=acme,
                kind="change_registrant",
                domain=domain,
                template=make_template_in(acme),
                state=state,
                requested_by="test",
                attempts=1 if state in ENDED or state == S.IN_REVIEW else 0,
                ended_at=now if state in ENDED else None,
            )

    def make_template_in(account):
        return templates[account.pk]

    templates = {acme.pk: make_template(acme)}
    return make


def act(action, actor, operation):
    if action == "request":
        return request_operation(
            actor=actor,
            kind="change_registrant",
            domain=operation.domain,
            template=operation.template,
        )
    service = submit_operation if action == "submit" else cancel_operation
    return service(actor=actor, operation=operation)


@pytest.mark.parametrize(("action", "state"), WALK)
def test_service_does_it_or_refuses_with_a_conflict(acme, operation_in, action, state):
    operation = operation_in(state)
    actor = system_actor(acme.pk)
    with acting_as(actor):
        before = list(Operation.objects.values_list("pk", "state"))
        if (action, state) in ALLOWED:
            assert act(action, actor, operation).state in {S.SUBMITTED, S.CANCELLED}
            return
        with pytest.raises(ServiceError) as refusal:
            act(action, actor, operation)
        assert refusal.value.status == 409
        assert list(Operation.objects.values_list("pk", "state")) == before


@pytest.mark.parametrize("state", S.values)
def test_cancelling_leaves_the_domain_free_or_as_it_was(acme, operation_in, state):
    operation = operation_in(state)
    actor = system_actor(acme.pk)
    with acting_as(actor):
        before = Domain.objects.get().registrant_change
        try:
            cancel_operation(actor=actor, operation=operation)
        except ServiceError:
            assert Domain.objects.get().registrant_change == before
        else:
            assert Domain.objects.get().registrant_change == "none"
