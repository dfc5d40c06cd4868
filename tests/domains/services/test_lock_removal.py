"""Taking a lock away needs a code, or the scope `sensitive`; adding one needs neither."""

from functools import partial

import pytest

from domains.models import Domain, Operation
from domains.services.operations import request_operation, submit_operation
from registrar.accounts.permissions import ROLE_PERMISSIONS, Permission, Role
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import NotPermitted
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.domains.services.pipeline import reload, run_to_the_end

TRANSFER, DELETE = "clientTransferProhibited", "clientDeleteProhibited"


@pytest.fixture
def owner(acme, alice, actor_of):
    return actor_of(acme, alice, Role.OWNER)


@pytest.fixture
def locked(acme, make_domain):
    return make_domain(acme, "a.com", epp_statuses=[TRANSFER])


@pytest.fixture
def key(acme, key_of):
    return partial(key_of, acme, Permission.OPERATIONS_WRITE)


def ask(actor, domain, **locks):
    with acting_as(actor):
        return request_operation(
            actor=actor, kind="set_locks", domain=domain, payload={"locks": locks}
        )


def submit(actor, operation):
    with acting_as(actor):
        return submit_operation(actor=actor, operation=operation)


def state_of(operation, inside, acme):
    with inside(acme):
        return Operation.objects.get(pk=operation.pk).state


def test_removal_without_a_code_waits_and_goes_nowhere(acme, inside, owner, locked):
    operation = ask(owner, locked, transfer=False)
    assert (operation.state, operation.due_at) == ("awaiting_identity", None)
    with pytest.raises(StepUpRequired) as refused:
        submit(owner, operation)
    assert refused.value.extra == {"purpose": "set_locks"}
    assert state_of(operation, inside, acme) == "awaiting_identity"
    assert reload(acme, locked).epp_statuses == [TRANSFER]


def test_removal_after_the_code_is_done_and_logged(acme, owner, alice, locked, enter_code):
    enter_code(alice, "set_locks")
    operation = ask(owner, locked, transfer=False)
    assert operation.state == "submitted"
    run_to_the_end(acme, operation)
    assert reload(acme, locked).epp_statuses == []
    with acting_as(owner):
        last = LogEntry.objects.filter(object_id=operation.public_id).latest("number")
    assert last.action == "operation.succeeded"
    assert (last.before["epp_statuses"], last.after["epp_statuses"]) == ([TRANSFER], [])


def test_removal_that_waits_goes_on_after_the_code(owner, alice, locked, enter_code):
    operation = ask(owner, locked, transfer=False)
    enter_code(alice, "set_locks")
    assert submit(owner, operation).state == "submitted"


@pytest.mark.parametrize(
    ("who", "purpose", "minutes_ago"),
    [
        ("bob", "set_locks", 0),
        ("alice", "change_registrant", 0),
        ("alice", "reveal_document_number", 0),
        ("alice", "set_locks", 10),
    ],
)
def test_other_codes_do_not_count(
    request, acme, inside, owner, locked, enter_code, who, purpose, minutes_ago
):
    enter_code(request.getfixturevalue(who), purpose, minutes_ago=minutes_ago)
    operation = ask(owner, locked, transfer=False)
    with pytest.raises(StepUpRequired):
        submit(owner, operation)
    assert state_of(operation, inside, acme) == "awaiting_identity"


def test_viewer_removes_nothing_even_with_a_code(acme, vera, actor_of, locked, enter_code, inside):
    enter_code(vera, "set_locks")
    viewer = actor_of(acme, vera, Role.VIEWER)
    assert Permission.OPERATIONS_WRITE not in ROLE_PERMISSIONS[Role.VIEWER]
    with pytest.raises(NotPermitted):
        ask(viewer, locked, transfer=False)
    with inside(acme):
        assert not Operation.objects.exists()


def test_key_removes_only_with_the_scope_sensitive(acme, inside, key, locked):
    with pytest.raises(NotPermitted) as refused:
        ask(key(), locked, transfer=False)
    assert (refused.value.code, refused.value.extra) == ("scope_missing", {"scope": "sensitive"})
    with inside(acme):
        assert not Operation.objects.exists()
    assert ask(key(Permission.SENSITIVE), locked, transfer=False).state == "submitted"


def test_adding_needs_neither_code_nor_scope(acme, owner, key, locked, make_domain):
    assert ask(owner, locked, delete=True).state == "submitted"
    # Named, but not on: nothing is taken away.
    other = make_domain(acme, "b.com", epp_statuses=[TRANSFER])
    assert ask(key(), other, transfer=True, update=False, delete=True).state == "submitted"


def test_adding_and_removing_at_once_is_a_removal(key, locked):
    with pytest.raises(NotPermitted):
        ask(key(), locked, transfer=False, delete=True)


def test_adding_never_removes_a_lock_that_only_the_registry_knows(acme, inside, key, make_domain):
    domain = make_domain(acme, "c.com", epp_statuses=[TRANSFER])
    with inside(acme):
        Domain.objects.filter(pk=domain.pk).update(epp_statuses=[])
    operation = ask(key(), domain, transfer=False, delete=True)
    run_to_the_end(acme, operation)
    assert reload(acme, domain).epp_statuses == [DELETE, TRANSFER]
