"""Asking for operations, confirming them, taking them back."""

import datetime as dt
from functools import partial

import pytest
from django.utils import timezone

from domains.models import Domain, Operation, RegistryNotice
from domains.services.operations import cancel_operation, request_operation, submit_operation
from registrar.accounts.permissions import Permission
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import Blocked, InvalidInput, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.domains.services.pipeline import deliver_notices, reload, run_once, run_to_the_end


@pytest.fixture
def as_alice(acme, alice, actor_of):
    return actor_of(acme, alice, "owner")


@pytest.fixture
def as_key(acme, key_of):
    return partial(key_of, acme, Permission.OPERATIONS_WRITE)


def change(actor, domain, template):
    return request_operation(
        actor=actor, kind="change_registrant", domain=domain, template=template
    )


def test_change_by_a_person_without_proof_waits_for_the_identity_check(
    acme, as_alice, make_domain, make_template
):
    domain, template = make_domain(acme), make_template(acme)
    with acting_as(as_alice):
        operation = change(as_alice, domain, template)
        assert (operation.state, operation.due_at) == ("awaiting_identity", None)
        assert Domain.objects.get().registrant_change == "none"
        with pytest.raises(StepUpRequired):
            submit_operation(actor=as_alice, operation=operation)


def test_change_after_the_code_goes_to_review_and_blocks_what_seed_003_lists(
    acme, alice, as_alice, make_domain, make_template, enter_code
):
    domain, template = make_domain(acme), make_template(acme)
    with acting_as(as_alice):
        operation = change(as_alice, domain, template)
    enter_code(alice, "change_registrant")
    with acting_as(as_alice):
        operation = submit_operation(actor=as_alice, operation=operation)
        assert operation.state == "submitted"
        assert operation.expected_on > timezone.localdate() + dt.timedelta(days=2)
        assert Domain.objects.get().service_status == "registrant_change_in_review"
        with pytest.raises(StateConflict):
            submit_operation(actor=as_alice, operation=operation)
    assert run_once(acme, operation).state == "in_review"


def test_change_by_a_key_with_the_scope_is_submitted_at_once(
    acme, as_key, make_domain, make_template
):
    domain, template = make_domain(acme), make_template(acme)
    actor = as_key(Permission.SENSITIVE)
    with acting_as(actor):
        assert change(actor, domain, template).state == "submitted"


def test_change_by_a_key_without_the_scope_is_not_permitted(
    acme, as_key, make_domain, make_template
):
    domain, template = make_domain(acme), make_template(acme)
    actor = as_key()
    with acting_as(actor):
        with pytest.raises(NotPermitted) as refusal:
            change(actor, domain, template)
        assert refusal.value.extra == {"scope": "sensitive"}
        assert not Operation.objects.exists()


def test_change_succeeds_and_the_domain_takes_the_template_over(
    acme, as_key, make_domain, make_template
):
    domain = make_domain(acme, real_name="failed", epp_statuses=["serverHold", "ok"])
    template = make_template(acme, name_zh="北京示例科技有限公司", holder_type="organization")
    actor = as_key(Permission.SENSITIVE)
    with acting_as(actor):
        operation = change(actor, domain, template)
    assert run_to_the_end(acme, operation).state == "succeeded"
    domain = reload(acme, domain)
    assert domain.template_id == template.pk
    assert domain.registrant_name == "北京示例科技有限公司"
    assert domain.holder_type == "organization"
    assert domain.contact["email"] == template.email
    assert (domain.real_name, domain.registrant_change) == ("verified", "none")
    assert domain.registrant_changed_at is not None
    assert domain.service_status == "on_hold"


def test_hold_is_lifted_once_the_registry_heard_of_the_verified_registrant(
    acme, as_key, make_domain, make_template
):
    domain = make_domain(acme, real_name="failed", epp_statuses=["serverHold"])
    template, actor = make_template(acme), as_key(Permission.SENSITIVE)
    with acting_as(actor):
        operation = change(actor, domain, template)
    run_to_the_end(acme, operation)
    deliver_notices(acme)
    assert reload(acme, domain).service_status == "verified"
    with acting_as(actor):
        assert RegistryNotice.objects.get().done_at is not None


def test_change_to_a_restricted_name_fails_with_the_registrys_words(
    acme, as_key, make_domain, make_template, allow_name
):
    allow_name("中华样例协会")
    domain, template = make_domain(acme), make_template(acme, name_zh="中华样例协会")
    actor = as_key(Permission.SENSITIVE)
    with acting_as(actor):
        operation = change(actor, domain, template)
    operation = run_to_the_end(acme, operation)
    assert (operation.state, operation.raw_messages) == (
        "failed",
        ["填写有误，或因为其他原因无法使用"],
    )
    domain = reload(acme, domain)
    assert (domain.registrant_change, domain.registrant_name) == ("failed", "王小明")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"state": "unverified"}, "template_not_verified"),
        ({"state": "in_review"}, "template_not_verified"),
        ({"state": "disabled"}, "template_disabled"),
        ({"country": "US"}, "template_unfit_for_suffix"),
    ],
)
def test_change_to_an_unusable_template_is_blocked(
    acme, as_key, make_domain, make_template, fields, code
):
    domain, template = make_domain(acme, "example.cn"), make_template(acme, **fields)
    actor = as_key(Permission.SENSITIVE)
    with acting_as(actor), pytest.raises(Blocked) as refusal:
        change(actor, domain, template)
    assert code in [error.code for error in refusal.value.errors]


def test_change_without_a_template_is_invalid(acme, as_key, make_domain):
    domain, actor = make_domain(acme), as_key(Permission.SENSITIVE)
    with acting_as(actor), pytest.raises(InvalidInput):
        change(actor, domain, None)


def test_second_operation_of_a_kind_is_a_conflict_that_names_the_first(
    acme, as_alice, make_domain, make_template
):
    domain, template = make_domain(acme), make_template(acme)
    with acting_as(as_alice):
        first = change(as_alice, domain, template)
        with pytest.raises(StateConflict) as refusal:
            change(as_alice, domain, template)
        assert refusal.value.extra == {"operation": first.public_id}


def test_cancel_before_the_registry_has_it_frees_the_domain(
    acme, as_key, make_domain, make_template
):
    domain, template = make_domain(acme), make_template(acme)
    actor = as_key(Permission.SENSITIVE)
    with acting_as(actor):
        operation = cancel_operation(actor=actor, operation=change(actor, domain, template))
        assert (operation.state, operation.due_at) == ("cancelled", None)
        assert Domain.objects.get().registrant_change == "none"
        assert change(actor, domain, template).state == "submitted"


def test_cancel_after_the_first_attempt_is_too_late(acme, as_key, make_domain, make_template):
    domain, template = make_domain(acme), make_template(acme)
    actor = as_key(Permission.SENSITIVE)
    with acting_as(actor):
        operation = change(actor, domain, template)
    run_once(acme, operation)
    with acting_as(actor), pytest.raises(StateConflict) as refusal:
        cancel_operation(actor=actor, operation=operation)
    assert refusal.value.code == "too_late_to_cancel"


def test_unlocking_updates_stays_possible_while_the_update_lock_is_on(acme, as_key, make_domain):
    domain = make_domain(acme, epp_statuses=["clientUpdateProhibited"])
    actor = as_key(Permission.SENSITIVE)
    with acting_as(actor):
        operation = request_operation(
            actor=actor, kind="set_locks", domain=domain, payload={"locks": {"update": False}}
        )
    assert run_to_the_end(acme, operation).state == "succeeded"
    assert reload(acme, domain).epp_statuses == []


def test_locks_are_set_as_asked_and_others_stay(acme, as_key, make_domain):
    domain = make_domain(acme, epp_statuses=["clientDeleteProhibited", "serverTransferProhibited"])
    actor = as_key()
    with acting_as(actor):
        operation = request_operation(
            actor=actor, kind="set_locks", domain=domain, payload={"locks": {"transfer": True}}
        )
    run_to_the_end(acme, operation)
    assert reload(acme, domain).epp_statuses == [
        "clientDeleteProhibited",
        "clientTransferProhibited",
        "serverTransferProhibited",
    ]


def test_contacts_change_after_the_registry_took_them(acme, as_key, make_domain):
    domain, actor = make_domain(acme), as_key()
    with acting_as(actor):
        operation = request_operation(
            actor=actor,
            kind="edit_contacts",
            domain=domain,
            payload={"contact": {"email": "new@acme.example"}},
        )
        assert Domain.objects.get().contact["email"] == "li@acme.example"
    run_to_the_end(acme, operation)
    assert reload(acme, domain).contact["email"] == "new@acme.example"


@pytest.mark.parametrize(
    ("kind", "payload", "field"),
    [
        ("edit_contacts", {}, "contact"),
        ("edit_contacts", {"contact": {"email": "li@acme.example"}}, "contact"),
        ("edit_contacts", {"contact": {"email": "nonsense"}}, "contact.email"),
        ("edit_contacts", {"contact": {"email": 5}}, "contact.email"),
        ("edit_contacts", {"contact": {"name_zh": "x"}}, "contact.name_zh"),
        ("set_locks", {"locks": {"update": False}}, "locks"),
        ("set_locks", {"locks": {"update": "no"}}, "locks.update"),
        ("set_locks", {"locks": {"renew": True}}, "locks.renew"),
        ("set_locks", {"contact": {}}, "contact"),
        ("push", {}, "operation"),
    ],
)
def test_wrong_payload_is_named_and_nothing_is_written(
    acme, as_key, make_domain, kind, payload, field
):
    domain, actor = make_domain(acme), as_key()
    with acting_as(actor):
        with pytest.raises(InvalidInput) as refusal:
            request_operation(actor=actor, kind=kind, domain=domain, payload=payload)
        assert [error.field for error in refusal.value.errors] == [field]
        assert not Operation.objects.exists()


def test_every_step_is_in_the_log_without_personal_data(acme, as_key, make_domain, make_template):
    domain, template = make_domain(acme), make_template(acme)
    actor = as_key(Permission.SENSITIVE)
    with acting_as(actor):
        operation = change(actor, domain, template)
    run_to_the_end(acme, operation)
    with acting_as(actor):
        entries = list(LogEntry.objects.filter(object_id=operation.public_id).order_by("number"))
    assert [entry.action for entry in entries] == [
        "operation.requested",
        "operation.accepted",
        "operation.succeeded",
    ]
    assert entries[-1].after["template"] == template.public_id
    assert all("李晓彤" not in str((e.before, e.after, e.object_label)) for e in entries)


def test_database_has_the_last_word_on_one_open_operation_of_a_kind(
    acme, as_key, make_domain, monkeypatch
):
    domain, actor = make_domain(acme), as_key()
    lock = {"kind": "set_locks", "domain": domain, "payload": {"locks": {"delete": True}}}
    monkeypatch.setattr("domains.services.operations._refuse_second", lambda *_: None)
    with acting_as(actor):
        request_operation(actor=actor, **lock)
        with pytest.raises(StateConflict) as refusal:
            request_operation(actor=actor, **lock)
        assert refusal.value.code == "operation_open"
        assert Operation.objects.count() == 1
