import pytest

from registrar.oplog.actions import known_actions
from registrar.oplog.services import record


def test_action_that_nobody_named_is_refused(acme, alice, inside):
    with inside(acme) as actor, pytest.raises(ValueError, match="no name"):
        record(actor=actor, action="member.bewitched", about=alice.memberships.get())


def test_every_app_names_its_actions():
    objects = {code.partition(".")[0] for code, _label in known_actions()}
    wanted = {"member", "api_key", "template", "domain", "operation", "material", "submission"}
    assert wanted <= objects
