"""A key that is changed: by whom, to what, and what the log says."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import Role
from registrar.accounts.services.key_changes import update_key
from registrar.accounts.services.keys import create_key, revoke_key
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as

SOON = timezone.now() + dt.timedelta(days=30)
LATER = timezone.now() + dt.timedelta(days=90)
OFFICE = ["192.0.2.0/24"]


@pytest.fixture
def key(owner):
    with acting_as(owner):
        return create_key(
            actor=owner,
            name="script",
            scopes=("domains:read", "logs:read"),
            expires_at=SOON,
            networks=OFFICE,
        ).key


@pytest.fixture
def update(owner, key):
    def update(actor=owner, **changes):
        with acting_as(actor):
            return update_key(actor=actor, key_id=key.public_id, **changes)

    return update


@pytest.fixture
def clerk(acme):
    """A key that manages keys, and may do little else."""
    return Actor(
        ActorKind.KEY,
        acme.pk,
        "clerk",
        key_id=0,
        permissions=frozenset({"keys:manage", "domains:read"}),
    )


def test_what_is_named_changes_and_the_rest_stays(update, key, owner):
    changed = update(name=" night script ")
    assert (changed.name, changed.scopes, changed.networks) == (
        "night script",
        key.scopes,
        OFFICE,
    )
    with acting_as(owner):
        entry = LogEntry.objects.get(action="api_key.changed")
        assert (entry.before, entry.after) == ({"name": "script"}, {"name": "night script"})


def test_nothing_new_changes_and_logs_nothing(update, owner):
    with acting_as(owner):  # as a migration may have left them
        ApiKey.objects.update(scopes=["logs:read", "domains:read"])
    update(name="script", scopes=["logs:read", "domains:read"], networks=OFFICE, expires_at=SOON)
    with acting_as(owner):
        assert not LogEntry.objects.filter(action="api_key.changed").exists()


def test_everything_that_is_wrong_is_told(update):
    with pytest.raises(InvalidInput) as refused:
        update(name="", scopes=["nonsense"], networks=["x"], expires_at=timezone.now())
    fields = {e.field for e in refused.value.errors}
    assert fields == {"name", "scopes", "networks.0", "expires_at"}


@pytest.mark.parametrize(
    "narrower",
    [
        {"scopes": ["domains:read"]},
        {"networks": ["192.0.2.7"]},
        {"expires_at": timezone.now() + dt.timedelta(days=1)},
        {"name": "x"},
    ],
    ids=["scopes", "networks", "end", "name"],
)
def test_less_may_be_left_by_whoever_manages_keys(update, clerk, narrower):
    update(actor=clerk, **narrower)


@pytest.mark.parametrize(
    "wider",
    [
        {"scopes": ["domains:read", "logs:read", "domains:write"]},
        {"networks": []},
        {"networks": ["192.0.2.0/24", "203.0.113.5"]},
        {"expires_at": LATER},
        {"expires_at": None},
    ],
    ids=["scopes", "anywhere", "networks", "later", "never"],
)
def test_more_is_given_by_those_only_who_may_do_it_themselves(update, clerk, wider):
    with pytest.raises(NotPermitted):
        update(actor=clerk, **wider)
    update(**wider)


def test_sensitive_is_added_with_a_code_only(update):
    with pytest.raises(StepUpRequired):
        update(scopes=["domains:read", "sensitive"])


def test_operator_changes_nothing(update, operator):
    with pytest.raises(NotPermitted):
        update(actor=operator, name="x")


def test_revoked_key_stays_as_it_is(update, owner, key):
    with acting_as(owner):
        revoke_key(actor=owner, key_id=key.public_id)
    with pytest.raises(StateConflict):
        update(name="x")


def test_foreign_key_is_not_found(update, actor_of, globex, gina):
    with pytest.raises(NotFound):
        update(actor=actor_of(globex, gina, Role.OWNER), name="x")
