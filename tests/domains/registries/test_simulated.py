"""The simulated registry: its register, its clock, its judgement."""

import datetime as dt
import uuid

import pytest
import time_machine

from domains.registries import registry
from domains.registries.port import OutcomeState, RegistryRequest, UnknownName
from domains.registries.simulated.models import SimulatedObject
from domains.registries.simulated.register import put_object

UNUSABLE = "填写有误，或因为其他原因无法使用"
NOW = dt.datetime(2026, 3, 2, 4, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def slow_registry(db, settings):
    settings.SIMULATED_REGISTRY = {"delay": 60}


def request(name="example.com", kind="set_locks", **fields):
    return RegistryRequest(transaction_id=str(uuid.uuid4()), kind=kind, name=name, **fields)


def outcome_of(made):
    return registry().outcome(made.transaction_id)


def put(*statuses, name="example.com"):
    put_object(name=name, registrant_name="王小明", epp_statuses=statuses)


def test_outcome_of_an_id_never_seen_is_unknown():
    assert registry().outcome(str(uuid.uuid4())).state == OutcomeState.UNKNOWN


def test_request_is_pending_until_the_delay_is_over():
    put()
    made = request(add_statuses=frozenset({"clientDeleteProhibited"}))
    with time_machine.travel(NOW, tick=False) as clock:
        registry().submit(made)
        clock.shift(59)
        assert outcome_of(made).state == OutcomeState.PENDING
        clock.shift(1)
        assert outcome_of(made).state == OutcomeState.DONE
        assert outcome_of(made).state == OutcomeState.DONE
    assert registry().info("example.com").epp_statuses == {"clientDeleteProhibited"}


def test_submitting_twice_is_one_request():
    put()
    made = request(kind="edit_contacts", contact={"email": "a@b.example"})
    with time_machine.travel(NOW, tick=False) as clock:
        registry().submit(made)
        clock.shift(50)
        registry().submit(made)
        clock.shift(10)
        assert outcome_of(made).state == OutcomeState.DONE


@pytest.mark.parametrize(
    ("statuses", "fields", "message"),
    [
        (["serverUpdateProhibited"], {}, "Object status prohibits operation"),
        (["clientUpdateProhibited"], {}, "Object status prohibits operation"),
        (["clientUpdateProhibited"], {"remove_statuses": {"clientUpdateProhibited"}}, ""),
        (["ok"], {"kind": "no_such_thing"}, "Unimplemented command"),
        (["ok"], {"name": "unknown.com"}, "Object does not exist"),
        (["ok"], {"registrant": {"name": "中国样例"}}, UNUSABLE),
        (
            ["ok"],
            {"registrant": {"name": "样例", "name_en": "China Sample"}},
            UNUSABLE,
        ),
        (["ok"], {"registrant": {"name": "样例公司", "name_en": "Sample"}}, ""),
    ],
)
def test_judgement_follows_the_data(statuses, fields, message):
    put(*statuses)
    made = request(**fields)
    with time_machine.travel(NOW, tick=False) as clock:
        registry().submit(made)
        clock.shift(60)
        outcome = outcome_of(made)
    assert outcome.raw_messages == ((message,) if message else ())
    assert outcome.state == (OutcomeState.REFUSED if message else OutcomeState.DONE)


def test_client_can_not_touch_the_servers_statuses():
    put("serverHold")
    made = request(remove_statuses=frozenset({"serverHold"}))
    with time_machine.travel(NOW, tick=False) as clock:
        registry().submit(made)
        clock.shift(60)
        assert outcome_of(made).state == OutcomeState.DONE
    assert registry().info("example.com").epp_statuses == {"serverHold"}


def test_hold_goes_a_while_after_the_report_and_only_once():
    put("serverHold", "clientDeleteProhibited")
    report = {"transaction_id": str(uuid.uuid4()), "name": "example.com"}
    with time_machine.travel(NOW, tick=False) as clock:
        registry().report_verification(**report)
        clock.shift(59)
        assert "serverHold" in registry().info("example.com").epp_statuses
        clock.shift(1)
        assert registry().info("example.com").epp_statuses == {"clientDeleteProhibited"}
        put("serverHold")
        registry().report_verification(**report)
    assert SimulatedObject.objects.get().hold_lifts_at is None


def test_name_that_is_not_registered_is_unknown():
    with pytest.raises(UnknownName):
        registry().info("nobody.com")
    with pytest.raises(UnknownName):
        registry().report_verification(transaction_id=str(uuid.uuid4()), name="nobody.com")
