"""A domain's way through verification, as the verification app drives it."""

import pytest

from domains.models import Domain, RegistryNotice
from domains.services.verification import (
    enter_verification,
    leave_verification,
    record_verification_result,
)
from registrar.errors import Blocked, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as


@pytest.fixture
def as_alice(acme, alice, actor_of):
    return actor_of(acme, alice, "owner")


@pytest.mark.parametrize("before", ["unverified", "failed"])
def test_enter_verification_puts_the_domain_in_review_and_logs(acme, as_alice, make_domain, before):
    domain = make_domain(acme, real_name=before)
    word = {"unverified": "unverified", "failed": "verification_failed"}[before]
    with acting_as(as_alice):
        entered = enter_verification(actor=as_alice, domain=domain)
        assert entered.service_status == "verification_in_review"
        entry = LogEntry.objects.order_by("-number").first()
    assert (entry.action, entry.before, entry.after) == (
        "domain.verification_entered",
        {"real_name": before, "service_status": word},
        {"real_name": "in_review", "service_status": "verification_in_review"},
    )


def test_enter_verification_twice_is_blocked_by_the_gate(acme, as_alice, make_domain):
    domain = make_domain(acme, real_name="failed")
    with acting_as(as_alice):
        enter_verification(actor=as_alice, domain=domain)
        with pytest.raises(Blocked) as refusal:
            enter_verification(actor=as_alice, domain=domain)
    assert [e.code for e in refusal.value.errors] == ["verification_in_review"]


def test_enter_verification_of_a_verified_domain_is_a_conflict(acme, as_alice, make_domain):
    domain = make_domain(acme, real_name="verified")
    with acting_as(as_alice), pytest.raises(StateConflict):
        enter_verification(actor=as_alice, domain=domain)


def test_enter_verification_by_a_viewer_is_not_permitted(acme, vera, actor_of, make_domain):
    domain = make_domain(acme, real_name="failed")
    actor = actor_of(acme, vera, "viewer")
    with acting_as(actor), pytest.raises(NotPermitted):
        enter_verification(actor=actor, domain=domain)


@pytest.mark.parametrize(("passed", "word"), [(True, "verified"), (False, "failed")])
def test_result_is_written_and_only_a_pass_tells_the_registry(acme, make_domain, passed, word):
    domain = make_domain(acme, real_name="in_review")
    actor = system_actor(acme.pk)
    with acting_as(actor):
        record_verification_result(actor=actor, domain=domain, passed=passed)
        assert Domain.objects.get().real_name == word
        assert RegistryNotice.objects.filter(due_at__isnull=False).count() == int(passed)


def test_result_by_a_customer_is_not_permitted(acme, as_alice, make_domain):
    domain = make_domain(acme, real_name="in_review")
    with acting_as(as_alice), pytest.raises(NotPermitted):
        record_verification_result(actor=as_alice, domain=domain, passed=True)


@pytest.mark.parametrize("back_to", ["unverified", "failed"])
def test_leave_verification_goes_back_to_what_it_was(acme, as_alice, make_domain, back_to):
    domain = make_domain(acme, real_name="in_review")
    with acting_as(as_alice):
        assert leave_verification(actor=as_alice, domain=domain, back_to=back_to)
        assert Domain.objects.get().real_name == back_to


@pytest.mark.parametrize(("state", "back_to"), [("verified", "failed"), ("in_review", "verified")])
def test_leave_verification_where_it_makes_no_sense_is_a_conflict(
    acme, as_alice, make_domain, state, back_to
):
    domain = make_domain(acme, real_name=state)
    with acting_as(as_alice), pytest.raises(StateConflict):
        leave_verification(actor=as_alice, domain=domain, back_to=back_to)
