import pytest

from registrar.accounts.models import Membership
from registrar.accounts.permissions import Role
from registrar.accounts.services.members import change_role, remove_member
from registrar.accounts.services.refusals import LastOwner
from registrar.errors import InvalidInput, NotFound, NotPermitted
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as


def member(user):
    return Membership.objects.get(user=user)


def test_change_role_by_owner_changes_and_logs(owner, bob):
    with acting_as(owner):
        changed = change_role(actor=owner, member_id=member(bob).public_id, role=Role.MANAGER)
        entry = LogEntry.objects.get()
    assert changed.role == Role.MANAGER
    assert (entry.action, entry.before, entry.after) == (
        "member.role_changed",
        {"role": "operator"},
        {"role": "manager"},
    )


def test_change_role_to_the_same_role_logs_nothing(owner, bob):
    with acting_as(owner):
        change_role(actor=owner, member_id=member(bob).public_id, role=Role.OPERATOR)
        assert not LogEntry.objects.exists()


def test_change_role_of_last_owner_is_refused(owner, alice):
    with acting_as(owner), pytest.raises(LastOwner):
        change_role(actor=owner, member_id=member(alice).public_id, role=Role.VIEWER)


def test_change_role_of_one_of_two_owners_is_done(owner, alice, bob):
    with acting_as(owner):
        change_role(actor=owner, member_id=member(bob).public_id, role=Role.OWNER)
        change_role(actor=owner, member_id=member(alice).public_id, role=Role.VIEWER)
        assert member(alice).role == Role.VIEWER


def test_change_role_by_manager_neither_makes_nor_unmakes_owners(acme, alice, bob, vera, actor_of):
    manager = actor_of(acme, bob, Role.MANAGER)
    with acting_as(manager):
        with pytest.raises(NotPermitted):
            change_role(actor=manager, member_id=member(vera).public_id, role=Role.OWNER)
        with pytest.raises(NotPermitted):
            change_role(actor=manager, member_id=member(alice).public_id, role=Role.VIEWER)
        assert member(vera).role == Role.VIEWER
        assert member(alice).role == Role.OWNER


def test_change_role_by_operator_is_refused(operator, vera):
    with acting_as(operator), pytest.raises(NotPermitted):
        change_role(actor=operator, member_id=member(vera).public_id, role=Role.MANAGER)


def test_change_role_to_an_unknown_role_is_invalid(owner, bob):
    with acting_as(owner), pytest.raises(InvalidInput):
        change_role(actor=owner, member_id=member(bob).public_id, role="king")


def test_change_role_of_another_accounts_member_is_not_found(owner, gina, globex, inside):
    with inside(globex):
        foreign = member(gina).public_id
    with acting_as(owner), pytest.raises(NotFound):
        change_role(actor=owner, member_id=foreign, role=Role.VIEWER)


@pytest.mark.parametrize("junk", ["", "mem_", "x", "mem_00000000000000000000000000", "a\0b", "1"])
def test_remove_member_with_a_junk_id_is_not_found(owner, junk):
    with acting_as(owner), pytest.raises(NotFound):
        remove_member(actor=owner, member_id=junk)


def test_remove_member_ends_the_membership_and_logs_a_masked_address(owner, bob):
    with acting_as(owner):
        remove_member(actor=owner, member_id=member(bob).public_id)
        assert not Membership.objects.filter(user=bob).exists()
        entry = LogEntry.objects.get(action="member.removed")
    assert entry.before == {"role": "operator", "email": "b***b@acme.example"}


def test_remove_member_by_operator_is_refused_but_leaving_is_not(operator, bob, vera):
    with acting_as(operator):
        with pytest.raises(NotPermitted):
            remove_member(actor=operator, member_id=member(vera).public_id)
        remove_member(actor=operator, member_id=member(bob).public_id)
        assert not Membership.objects.filter(user=bob).exists()


def test_remove_member_who_is_the_last_owner_is_refused(owner, alice):
    with acting_as(owner), pytest.raises(LastOwner):
        remove_member(actor=owner, member_id=member(alice).public_id)
