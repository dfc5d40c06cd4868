"""Entries in a log, made as services make them."""

from collections.abc import Callable

import pytest

from registrar.accounts.models import Membership
from registrar.oplog.actions import is_named, register_actions
from registrar.oplog.models import LogEntry
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as


@pytest.fixture
def log(owner) -> Callable[..., LogEntry]:
    """`log("template.created", label="…", actor=…)`: one entry about the actor's membership."""

    def write(action: str = "template.created", *, actor: Actor = owner, **given) -> LogEntry:
        if not is_named(action):
            register_actions({action: action})
        with acting_as(actor):
            about = Membership.objects.get(user_id=actor.user_id)
            return record(actor=actor, action=action, about=about, **given)

    return write
