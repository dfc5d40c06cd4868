import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from registrar.accounts.models import Invitation, Membership, User
from registrar.accounts.permissions import Role
from registrar.accounts.services.invitations import (
    invite_member,
    resend_invitation,
    withdraw_invitation,
)
from registrar.accounts.services.joining import (
    Origin,
    accept_invitation,
    find_invitation,
    join_as_new_user,
)
from registrar.accounts.services.refusals import (
    AlreadyInvited,
    AlreadyMember,
    InvitationClosed,
    InvitationForSomebodyElse,
    SignInFirst,
)
from registrar.errors import InvalidInput, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as

PASSWORD = "correct horse battery"


@pytest.fixture
def invite(owner):
    def make(email="new@acme.example", role=Role.OPERATOR, actor=owner):
        with acting_as(actor):
            return invite_member(actor=actor, email=email, role=role)

    return make


def test_invite_keeps_only_a_hash_and_logs_no_secret(invite, owner):
    new = invite()
    with acting_as(owner):
        kept = Invitation.objects.get()
        entry = LogEntry.objects.get(action="invitation.sent")
    assert new.secret not in str(kept.__dict__)
    assert new.secret not in str(entry.__dict__)
    assert entry.after["email"] == "n***w@acme.example"
    assert kept.expires_at - timezone.now() > dt.timedelta(days=6, hours=23)


def test_invite_for_a_member_or_twice_is_refused(invite, bob):
    invite()
    with pytest.raises(AlreadyInvited):
        invite("NEW@acme.example")
    with pytest.raises(AlreadyMember):
        invite("bob@acme.example")


def test_invite_as_owner_by_manager_is_refused(invite, acme, bob, actor_of):
    manager = actor_of(acme, bob, Role.MANAGER)
    with pytest.raises(NotPermitted):
        invite(role=Role.OWNER, actor=manager)
    assert invite(role=Role.MANAGER, actor=manager).invitation.role == Role.MANAGER


def test_invite_by_operator_is_refused(invite, operator):
    with pytest.raises(NotPermitted):
        invite(actor=operator)


def test_join_as_new_user_makes_user_and_membership_once(invite, owner):
    new = invite()
    user, member = join_as_new_user(
        secret=new.secret, name="Nora", password=PASSWORD, origin=Origin(ip="192.0.2.9")
    )
    assert user.check_password(PASSWORD)
    assert (user.email, member.role) == ("new@acme.example", "operator")
    with pytest.raises(InvitationClosed):
        find_invitation(secret=new.secret)
    with acting_as(owner):
        entry = LogEntry.objects.get(action="member.joined")
        assert Membership.objects.filter(user=user).count() == 1
    assert (entry.actor_label, entry.ip) == ("Nora", "192.0.2.9")


def test_join_with_a_weak_password_is_invalid_and_makes_nobody(invite):
    new = invite()
    with pytest.raises(InvalidInput) as refused:
        join_as_new_user(secret=new.secret, name="Nora", password="12345", origin=Origin())
    assert {e.field for e in refused.value.errors} == {"password"}
    assert not User.objects.filter(email="new@acme.example").exists()


def test_join_as_new_user_when_the_address_has_one_asks_to_sign_in(invite, gina):
    new = invite("gina@globex.example")
    with pytest.raises(SignInFirst):
        join_as_new_user(secret=new.secret, name="G", password=PASSWORD, origin=Origin())


def test_accept_invitation_as_the_invited_gives_a_second_account(invite, gina, acme, globex):
    new = invite("gina@globex.example", Role.VIEWER)
    member = accept_invitation(secret=new.secret, user=gina, origin=Origin())
    assert (member.account_id, member.role) == (acme.pk, "viewer")


def test_accept_invitation_of_somebody_else_is_refused(invite, gina):
    new = invite()
    with pytest.raises(InvitationForSomebodyElse):
        accept_invitation(secret=new.secret, user=gina, origin=Origin())


@pytest.mark.parametrize("secret", ["", "x", "私", "a" * 500])
def test_find_invitation_with_a_wrong_secret_is_closed(db, secret):
    with pytest.raises(InvitationClosed):
        find_invitation(secret=secret)


def test_find_invitation_after_seven_days_is_closed(invite):
    new = invite()
    after = timezone.now() + dt.timedelta(days=7, seconds=1)
    with time_machine.travel(after), pytest.raises(InvitationClosed):
        find_invitation(secret=new.secret)


def test_withdraw_closes_the_link(invite, owner):
    new = invite()
    with acting_as(owner):
        withdraw_invitation(actor=owner, invitation_id=new.invitation.public_id)
    with pytest.raises(InvitationClosed):
        find_invitation(secret=new.secret)


def test_resend_ends_the_former_link_and_waits_a_minute(invite, owner):
    new = invite()
    with acting_as(owner), pytest.raises(StateConflict):
        resend_invitation(actor=owner, invitation_id=new.invitation.public_id)
    with time_machine.travel(timezone.now() + dt.timedelta(seconds=61)):
        with acting_as(owner):
            again = resend_invitation(actor=owner, invitation_id=new.invitation.public_id)
        assert find_invitation(secret=again.secret).pk == new.invitation.pk
        with pytest.raises(InvitationClosed):
            find_invitation(secret=new.secret)
