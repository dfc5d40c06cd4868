"""Registering names: what is asked, what the registry makes of it, and names that stay free."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from domains.models import Domain, Operation
from domains.registries.simulated.models import SimulatedObject
from domains.registries.simulated.register import put_object
from domains.selectors.domains import counts_by_status, domains, find_domain
from domains.services.operations import cancel_operation, submit_operation
from domains.services.registration import register_domain
from registrar.accounts.permissions import Permission, Role
from registrar.errors import Blocked, InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.events.models import Event
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.domains.services.pipeline import deliver_notices, reload, run_once, run_to_the_end
from verification.plans.selectors import domains_for_plans

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_bob(acme, bob, actor_of):
    return actor_of(acme, bob, Role.OPERATOR)


@pytest.fixture
def ask(acme, inside, make_template):
    """Ask for a name as the system in an account: with a verified template if none is given."""

    def make(name="fresh.cn", account=acme, template=None, years=1, **fields):
        template = template or make_template(account)
        with inside(account) as actor:
            return register_domain(actor=actor, name=name, template=template, years=years, **fields)

    return make


def domain_named(account, inside, name="fresh.cn"):
    with inside(account):
        return find_domain(name)


def test_name_is_registering_until_the_registry_answers(acme, inside, ask):
    operation = ask("例子.cn", years=3, auto_renew=True, tags=["shop"])
    domain = domain_named(acme, inside, "例子.cn")
    assert (operation.kind, operation.state) == ("register", "submitted")
    assert (domain.service_status, domain.unicode_name) == ("registering", "例子.cn")
    assert (domain.auto_renew, domain.tags) == (True, ["shop"])
    assert domain.registrant_name == "李晓彤"
    operation = run_once(acme, operation)
    assert operation.state == "in_review"


def test_success_with_a_verified_template_is_a_verified_domain_whose_hold_goes(acme, inside, ask):
    before = dt.datetime.now(dt.UTC)
    operation = run_to_the_end(acme, ask(years=2))
    domain = domain_named(acme, inside)
    assert (operation.state, domain.lifecycle, domain.real_name) == (
        "succeeded",
        "active",
        "verified",
    )
    assert domain.epp_statuses == ["serverHold"]
    assert domain.service_status == "on_hold"
    assert domain.registered_at >= before
    assert domain.expires_at.year == domain.registered_at.year + 2
    deliver_notices(acme)
    domain = domain_named(acme, inside)
    assert (domain.epp_statuses, domain.service_status) == ([], "verified")


@pytest.mark.parametrize("state", ["unverified", "in_review", "failed"])
def test_any_other_holder_stays_unverified_and_held(acme, inside, ask, make_template, state):
    run_to_the_end(acme, ask(template=make_template(acme, state=state, verified_at=None)))
    deliver_notices(acme)
    domain = domain_named(acme, inside)
    assert (domain.real_name, domain.epp_statuses) == ("unverified", ["serverHold"])
    assert domain.service_status == "unverified"


@pytest.mark.parametrize(
    ("meanwhile", "stands"),
    [
        ({"state": "disabled"}, "unverified"),
        ({"state": "verified", "name_zh": "王小明"}, "unverified"),
        ({"state": "verified"}, "verified"),
    ],
)
def test_what_becomes_of_the_template_meanwhile_counts_for_the_holder_that_was_told(
    acme, inside, ask, make_template, meanwhile, stands
):
    template = make_template(acme, state="unverified", verified_at=None)
    operation = ask(template=template)
    with inside(acme):
        InfoTemplate.objects.filter(pk=template.pk).update(**meanwhile)
    run_to_the_end(acme, operation)
    domain = domain_named(acme, inside)
    assert (domain.registrant_name, domain.real_name) == ("李晓彤", stands)
    assert SimulatedObject.objects.get().registrant_name == "李晓彤"


@pytest.mark.parametrize("name", ["whois.cn", "taken.cn"])
def test_refused_name_is_gone_and_may_be_asked_for_again(acme, globex, inside, ask, name):
    put_object(name="taken.cn", registrant_name="别人", epp_statuses=())
    first = run_to_the_end(acme, ask(name))
    assert first.state == "failed"
    assert first.raw_messages
    with inside(acme):
        assert (domains().count(), counts_by_status()) == (0, {})
        with pytest.raises(NotFound):
            find_domain(name)
    SimulatedObject.objects.all().delete()
    again = ask(name)
    assert again.state == "submitted"
    assert run_to_the_end(acme, again).state == ("succeeded" if name == "taken.cn" else "failed")


def test_refused_name_is_free_for_another_account(acme, globex, inside, ask):
    put_object(name="fresh.cn", registrant_name="别人", epp_statuses=())
    run_to_the_end(acme, ask())
    SimulatedObject.objects.all().delete()
    assert run_to_the_end(globex, ask(account=globex)).state == "succeeded"
    assert domain_named(globex, inside).lifecycle == "active"
    with inside(acme):
        assert list(Domain.objects.values_list("lifecycle", flat=True)) == ["gone"]


def test_name_of_another_account_is_not_available_and_says_no_more(
    acme, globex, ask, make_domain, inside
):
    make_domain(acme, "held.cn")
    answers = []
    for account in (acme, globex):
        with pytest.raises(StateConflict) as refused:
            ask("held.cn", account=account)
        answers.append((refused.value.code, refused.value.errors, refused.value.extra))
    assert answers[0] == answers[1]
    assert answers[0][0] == "name_not_available"
    with inside(globex):
        assert not Operation.objects.exists()


def test_asking_twice_names_the_operation_under_way(ask):
    operation = ask()
    with pytest.raises(StateConflict) as refused:
        ask()
    assert refused.value.code == "operation_open"
    assert refused.value.extra == {"operation": operation.public_id}


@pytest.mark.django_db(transaction=True)
def test_two_accounts_at_once_one_gets_it(acme, globex, inside, make_template):
    wanted = [(account, make_template(account)) for account in (acme, globex)]
    together = Barrier(2)

    def ask_at_once(account, template):
        try:
            with inside(account) as actor:
                together.wait(10)
                return register_domain(actor=actor, name="race.cn", template=template, years=1)
        except StateConflict as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        results = [one.result(30) for one in [pool.submit(ask_at_once, *w) for w in wanted]]
    assert results.count("name_not_available") == 1
    assert sum(isinstance(one, Operation) for one in results) == 1


def test_cancelled_before_the_registry_had_it_leaves_the_name_free(acme, as_bob, ask):
    operation = ask()
    with acting_as(as_bob):
        assert cancel_operation(actor=as_bob, operation=operation).state == "cancelled"
    assert ask().state == "submitted"


def test_it_never_waits_for_an_identity_check(as_bob, ask):
    operation = ask()
    with acting_as(as_bob), pytest.raises(StateConflict):
        submit_operation(actor=as_bob, operation=operation)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": "no name"}, {("name", "invalid")}),
        ({"name": "com.cn"}, {("name", "not_registrable")}),
        ({"name": "a.b.cn"}, {("name", "not_registrable")}),
        ({"name": "a.example"}, {("name", "suffix_not_sold")}),
        ({"name": "中国好.cn"}, {("name", "restricted_word")}),
        ({"years": 0}, {("years", "invalid")}),
        ({"years": 11}, {("years", "invalid")}),
        ({"years": True}, {("years", "invalid")}),
        ({"nameservers": ["_"]}, {("nameservers", "invalid")}),
        ({"nameservers": [f"ns{n}.a.com" for n in range(14)]}, {("nameservers", "too_many")}),
        ({"tags": ["x" * 33], "years": 0}, {("tags", "invalid"), ("years", "invalid")}),
    ],
)
def test_every_field_that_is_wrong_is_named(acme, inside, ask, fields, wrong):
    with pytest.raises(InvalidInput) as refused:
        ask(**({"name": "fresh.cn"} | fields))
    assert {(error.field, error.code) for error in refused.value.errors} == wrong
    with inside(acme):
        assert not Domain.objects.exists()


@pytest.mark.parametrize(
    ("template", "name", "code"),
    [
        ({"state": "disabled"}, "a.com", "template_disabled"),
        ({"country": "US"}, "a.cn", "template_unfit_for_suffix"),
        ({"name_zh": "中国示例", "holder_type": "organization"}, "a.com", "restricted_word"),
    ],
)
def test_template_that_can_not_hold_it_is_told_why(acme, ask, make_template, template, name, code):
    with pytest.raises(Blocked) as refused:
        ask(name, template=make_template(acme, **template))
    assert ("template", code) in {(error.field, error.code) for error in refused.value.errors}


def test_template_of_another_account_is_not_there(globex, ask, make_template):
    with pytest.raises(NotFound):
        ask(template=make_template(globex))


def test_nameservers_are_the_registrars_own_unless_named(acme, inside, ask, settings):
    ask("a.cn")
    ask("b.cn", nameservers=["NS1.example.com", "ns1.example.com"])
    settings.DEFAULT_NAMESERVERS = []
    run_to_the_end(acme, ask("c.cn"))
    assert domain_named(acme, inside, "a.cn").nameservers[0] == "ns1.registrar.example"
    assert domain_named(acme, inside, "b.cn").nameservers == ["ns1.example.com"]
    assert domain_named(acme, inside, "c.cn").epp_statuses == ["inactive", "serverHold"]


def test_whoever_may_not_operate_may_not_register(acme, vera, actor_of, key_of, make_template):
    template = make_template(acme)
    for actor in (actor_of(acme, vera, Role.VIEWER), key_of(acme, Permission.DOMAINS_WRITE)):
        with acting_as(actor), pytest.raises(NotPermitted):
            register_domain(actor=actor, name="fresh.cn", template=template, years=1)


def test_log_and_events_tell_the_way(acme, inside, ask):
    put_object(name="taken.cn", registrant_name="别人", epp_statuses=())
    run_to_the_end(acme, ask())
    run_to_the_end(acme, ask("taken.cn"))
    with inside(acme):
        actions = list(LogEntry.objects.order_by("id").values_list("action", flat=True))
        told = [event.type for event in Event.objects.order_by("id")]
        moved = Event.objects.get(type="domain.status_changed")
    way = ["operation.requested", "operation.accepted", "domain.added", "operation.succeeded"]
    assert actions == [*way, "operation.requested", "operation.accepted", "operation.failed"]
    assert told.count("domain.added") == 1
    assert moved.data["previous_service_status"] == "registering"
    assert moved.data["service_status"] == "on_hold"


def test_two_registrations_are_one_when_the_worker_dies(acme, ask):
    operation = ask()
    run_once(acme, operation)
    run_once(acme, operation)
    assert reload(acme, run_once(acme, operation)).state == "succeeded"
    assert SimulatedObject.objects.count() == 1


def test_of_two_rows_of_a_name_the_one_that_is_held_is_planned_for(acme, inside, ask, make_domain):
    put_object(name="fresh.cn", registrant_name="别人", epp_statuses=())
    run_to_the_end(acme, ask())
    make_domain(acme, "fresh.cn")
    with inside(acme):
        assert find_domain("fresh.cn").lifecycle == "active"
        assert [one.lifecycle for one in domains_for_plans()] == ["active"]
