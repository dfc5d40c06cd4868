"""Every change in the log is an event or deliberately none, and every event keeps its word."""

import re

import pytest
from django.utils.translation import override

from registrar import public_ids
from registrar.accounts.permissions import SCOPES
from registrar.events.catalogue import event_types, silent_actions, types_of
from registrar.oplog.actions import known_actions
from tests.event_data import assert_fits

NAME = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*")
ACTIONS = [action for action, __ in known_actions()]
TYPES = event_types()
# The log's words for what the API calls otherwise.
OURS = ("submission.", "plan.", "support.", "step_up.")


@pytest.mark.parametrize("action", ACTIONS)
def test_action_is_told_or_deliberately_silent(action):
    assert bool(types_of(action)) != (action in silent_actions())


def test_nothing_is_declared_for_actions_that_nobody_logs():
    declared = {action for kind in TYPES for action in kind.actions} | set(silent_actions())
    assert declared - set(ACTIONS) == set()
    assert all(silent_actions().values())


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_type_is_named_described_and_open_to_some_scope(kind):
    assert NAME.fullmatch(kind.name)
    assert not kind.name.startswith(OURS)
    assert len(kind.name) <= 64
    with override("en"):
        assert str(kind.title)
        assert str(kind.description).endswith(".")
    assert kind.scope in SCOPES


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_example_fits_the_schema(kind):
    assert_fits(kind, kind.example)
    prefix, __, rest = kind.object_id_example.partition("_")
    assert not rest or public_ids.decode(prefix, kind.object_id_example)
