"""Every state × every service, against the declared table."""

from dataclasses import replace

import pytest

from registrar.errors import Blocked, NotFound, ServiceError, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app import services
from templates_app.models import InfoTemplate
from templates_app.states import TemplateState
from tests.templates_app.samples import NUMBER, PERSON

pytestmark = pytest.mark.django_db

# State afterwards, or the refusal. A disabled template hears its result and stays disabled.
TABLE = {
    "unverified": {
        "enter_review": "in_review",
        "pass_review": StateConflict,
        "fail_review": StateConflict,
        "leave_review": StateConflict,
        "edit_template": "unverified",
        "create_version": Blocked,
        "delete_template": "unverified",
        "disable_template": "disabled",
    },
    "in_review": {
        "enter_review": Blocked,
        "pass_review": "verified",
        "fail_review": "failed",
        "leave_review": "unverified",
        "edit_template": Blocked,
        "create_version": "in_review",
        "delete_template": Blocked,
        "disable_template": "disabled",
    },
    "verified": {
        "enter_review": Blocked,
        "pass_review": StateConflict,
        "fail_review": StateConflict,
        "leave_review": StateConflict,
        "edit_template": Blocked,
        "create_version": "verified",
        "delete_template": "verified",
        "disable_template": "disabled",
    },
    "failed": {
        "enter_review": "in_review",
        "pass_review": StateConflict,
        "fail_review": StateConflict,
        "leave_review": StateConflict,
        "edit_template": "failed",
        "create_version": "failed",
        "delete_template": "failed",
        "disable_template": "disabled",
    },
    "disabled": {
        "enter_review": Blocked,
        "pass_review": "disabled",
        "fail_review": "disabled",
        "leave_review": "disabled",
        "edit_template": Blocked,
        "create_version": Blocked,
        "delete_template": "disabled",
        "disable_template": Blocked,
    },
}
CASES = [(state, verb, TABLE[state][verb]) for state in TABLE for verb in TABLE[state]]


def arguments(verb):
    changed = {"fields": replace(PERSON, city="天津市")}
    return changed if verb in ("edit_template", "create_version") else {}


def test_the_table_knows_every_state():
    assert set(TABLE) == set(TemplateState.values)


@pytest.mark.parametrize(("state", "verb", "expected"), CASES)
def test_service_by_state(acme, make_template, state, verb, expected):
    template = make_template(acme, state)
    with acting_as(system_actor(acme.pk)) as actor:
        logged = LogEntry.objects.count()
        call = getattr(services, verb)
        if isinstance(expected, str):
            call(actor=actor, template=template, **arguments(verb))
        else:
            with pytest.raises(expected):
                call(actor=actor, template=template, **arguments(verb))
            assert LogEntry.objects.count() == logged
        assert InfoTemplate.objects.get(pk=template.pk).state == (
            expected if isinstance(expected, str) else state
        )


@pytest.mark.parametrize("verb", ["edit_template", "create_version", "enter_review"])
def test_deleted_template_is_not_found(acme, make_template, verb):
    template = make_template(acme, "failed")
    with acting_as(system_actor(acme.pk)) as actor:
        services.delete_template(actor=actor, template=template)
        with pytest.raises(NotFound):
            getattr(services, verb)(actor=actor, template=template, **arguments(verb))
        with pytest.raises(NotFound):
            services.delete_template(actor=actor, template=template)


def test_pass_review_remembers_when(acme, make_template):
    assert make_template(acme, "verified").verified_at is not None
    assert make_template(acme, "failed").verified_at is None


def test_state_is_not_writable_from_outside(acme, make_template):
    template = make_template(acme)
    with pytest.raises(AttributeError):
        template.state = TemplateState.VERIFIED


def test_disable_template_keeps_the_reason(acme, make_template):
    template = make_template(acme, "verified")
    with acting_as(system_actor(acme.pk)) as actor:
        done = services.disable_template(actor=actor, template=template, reason="too_old")
        with pytest.raises(ValueError, match="whim"):
            services.disable_template(actor=actor, template=make_unsaved(actor), reason="whim")
    assert done.disabled_reason == "too_old"


def make_unsaved(actor):
    return services.create_template(actor=actor, fields=PERSON)


def test_reveal_number_logs_the_reason_and_never_the_number(
    owner, acme, alice, make_template, enter_code
):
    template = make_template(acme, "verified")
    enter_code(alice, "reveal_document_number")
    with acting_as(owner):
        shown = services.reveal_number(actor=owner, template=template, reason=" 客户\0来电 核对 ")
        entry = LogEntry.objects.get(action="template.number_revealed")
    assert shown == NUMBER
    assert entry.reason == "客户 来电 核对"
    assert NUMBER not in f"{entry.before}{entry.after}{entry.object_label}"


@pytest.mark.parametrize("reason", ["", " \0 ", "x" * 201])
def test_reveal_number_without_a_usable_reason_is_refused(owner, acme, make_template, reason):
    template = make_template(acme)
    with acting_as(owner):
        with pytest.raises(ServiceError) as refused:
            services.reveal_number(actor=owner, template=template, reason=reason)
        assert not LogEntry.objects.filter(action="template.number_revealed").exists()
    assert refused.value.status == 400
