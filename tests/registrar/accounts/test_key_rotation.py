"""A key with a new secret, and the old one that works for a while."""

import datetime as dt

import pytest
import time_machine
from django.test import RequestFactory
from django.utils import timezone

from registrar.accounts.api_keys import actor_for_key
from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import Role
from registrar.accounts.services.key_rotation import end_former_secret, rotate_key
from registrar.accounts.services.keys import create_key, revoke_key
from registrar.accounts.services.refusals import KeyNotValid, StillOverlapping
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as

DAY = dt.timedelta(days=1)


def ask(text):
    return actor_for_key(text, RequestFactory().get("/api/v1/me"))


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def first(owner, clock):
    with acting_as(owner):
        return create_key(actor=owner, name="s", scopes=("domains:read",), expires_at=None)


@pytest.fixture
def rotate(owner):
    def rotate(new, actor=owner, **options):
        with acting_as(actor):
            return rotate_key(actor=actor, key_id=new.key.public_id, **options)

    return rotate


def holder(new, *scopes):
    """The key itself, acting."""
    permissions = frozenset(scopes or new.key.scopes)
    return Actor(ActorKind.KEY, new.key.account_id, "s", key_id=new.key.pk, permissions=permissions)


def test_both_secrets_are_the_same_key_until_the_old_one_ends(first, rotate, clock):
    second = rotate(first)
    assert ask(first.text) == ask(second.text)
    assert ask(second.text).key_id == first.key.pk
    clock.shift(DAY - dt.timedelta(seconds=1))
    assert ask(first.text)
    clock.shift(1)
    assert ask(first.text) is None
    assert ask(second.text)


def test_old_secret_ends_at_once_without_overlap(first, rotate):
    second = rotate(first, overlap=dt.timedelta(0))
    assert ask(first.text) is None
    assert ask(second.text)


@pytest.mark.parametrize("overlap", [dt.timedelta(seconds=-1), dt.timedelta(days=7, seconds=1)])
def test_overlap_has_bounds(first, rotate, overlap):
    with pytest.raises(InvalidInput):
        rotate(first, overlap=overlap)


def test_old_secret_can_be_ended_before_its_time_and_once(first, rotate, owner):
    second = rotate(first)
    with acting_as(owner):
        end_former_secret(actor=owner, key_id=first.key.public_id)
        with pytest.raises(StateConflict):
            end_former_secret(actor=owner, key_id=first.key.public_id)
    assert ask(first.text) is None
    assert ask(second.text)


def test_use_is_noted_for_each_secret_apart(first, rotate, owner, clock):
    ask(first.text)
    second = rotate(first)
    clock.shift(120)
    ask(first.text)
    with acting_as(owner):
        key = ApiKey.objects.get()
        assert (key.last_used_at, key.former_used_at) == (None, timezone.now())
    ask(second.text)
    with acting_as(owner):
        assert ApiKey.objects.get().last_used_at == timezone.now()


def test_secret_that_nobody_has_used_is_replaced_and_the_old_one_ends_no_later(
    first, rotate, clock
):
    lost = rotate(first, overlap=DAY)
    clock.shift(3600)
    second = rotate(first, actor=holder(first), overlap=7 * DAY)
    assert ask(lost.text) is None
    assert ask(first.text)
    assert ask(second.text)
    clock.shift(23 * 3600)
    assert ask(first.text) is None


def test_two_secrets_in_use_are_not_rotated_again(first, rotate, clock):
    second = rotate(first)
    ask(second.text)
    with pytest.raises(StillOverlapping):
        rotate(first)
    clock.shift(DAY)
    assert ask(rotate(second).text)


def test_revoked_key_is_not_rotated_and_takes_both_secrets_along(first, rotate, owner):
    second = rotate(first)
    with acting_as(owner):
        revoke_key(actor=owner, key_id=first.key.public_id)
    assert ask(first.text) is None
    assert ask(second.text) is None
    with pytest.raises(KeyNotValid):
        rotate(first)


def test_key_rotates_itself_without_managing_keys_and_no_other(first, rotate, owner):
    with acting_as(owner):
        other = create_key(actor=owner, name="o", scopes=("domains:read",), expires_at=None)
    assert ask(rotate(first, actor=holder(first)).text)
    with pytest.raises(NotPermitted):
        rotate(other, actor=holder(first))


def test_nobody_rotates_a_key_that_may_do_more_than_they(first, rotate, operator):
    with pytest.raises(NotPermitted):
        rotate(first, actor=operator)
    with pytest.raises(NotPermitted):
        rotate(
            first,
            actor=Actor(
                ActorKind.KEY,
                first.key.account_id,
                "k",
                key_id=0,
                permissions=frozenset({"keys:manage"}),
            ),
        )


def test_person_rotates_a_sensitive_key_with_a_code_only(first, rotate, owner):
    with acting_as(owner):
        ApiKey.objects.update(scopes=["sensitive"])
    with pytest.raises(StepUpRequired):
        rotate(first)
    assert ask(rotate(first, actor=holder(first, "sensitive")).text)


def test_rotation_is_logged_without_any_secret(first, rotate, owner):
    second = rotate(first)
    with acting_as(owner):
        entry = LogEntry.objects.get(action="api_key.rotated")
        assert entry.object_id == first.key.public_id
        assert (entry.before["prefix"], entry.after["prefix"]) == (
            first.text[3:15],
            second.text[3:15],
        )
        assert second.text[16:] not in str(entry.__dict__)


def test_foreign_key_is_not_found(first, rotate, actor_of, globex, gina):
    with pytest.raises(NotFound):
        rotate(first, actor=actor_of(globex, gina, Role.OWNER))
