"""Running a plan: accepted at once, each line for itself, nothing twice."""

import pytest
from django.utils import timezone

from domains.models import Operation
from registrar.accounts.models import Membership
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import InvalidInput, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from verification.plans.models import Plan
from verification.plans.services.advancing import CHUNK
from verification.plans.services.changing import change_lines
from verification.plans.services.running import cancel_plan, run_plan
from verification.plans.states import PlanRoute
from verification.plans.tasks import run_lines

from .conftest import no_messages, operations_of

pytestmark = pytest.mark.django_db


def test_run_plan_moves_every_domain_of_the_holder(
    acme, inside, failed_domain, verified_template, plan_for, started, worked, lines, reread
):
    template = verified_template()
    for name in ("a.com", "b.com"):
        failed_domain(name)
    plan = started(plan_for("a.com", "b.com"))
    assert plan.state == "running"
    worked(plan)
    assert reread(plan).state == "finished"
    assert reread(plan).due_at is None
    for line in lines(plan).values():
        with inside(acme):
            operation = Operation.objects.get(pk=line.operation_id)
        assert (line.state, operation.state) == ("done", "submitted")
        assert operation.template_id == template.pk
        assert operation.requested_by == "Bob"


def test_run_plan_without_a_code_asks_for_one_and_changes_nothing(
    acme, operator, failed_domain, verified_template, plan_for, reread
):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    with pytest.raises(StepUpRequired), acting_as(operator):
        run_plan(actor=operator, plan=plan)
    assert reread(plan).state == "draft"


def test_run_plan_by_a_key_needs_the_scope_sensitive(
    acme, key_of, failed_domain, verified_template, plan_for, reread
):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    key = key_of(acme, "operations:write", "domains:read")
    with pytest.raises(NotPermitted) as refused, acting_as(key):
        run_plan(actor=key, plan=plan)
    assert refused.value.code == "scope_missing"
    assert reread(plan).state == "draft"


def test_run_plan_with_nothing_to_carry_out_is_refused(operator, failed_domain, plan_for, proved):
    failed_domain("a.com")
    plan = plan_for("a.com")
    with pytest.raises(InvalidInput) as refused, acting_as(operator):
        run_plan(actor=operator, plan=plan)
    assert refused.value.code == "nothing_to_run"


def test_running_twice_does_nothing_twice(
    acme, inside, operator, failed_domain, verified_template, plan_for, started, worked
):
    verified_template()
    failed_domain("a.com")
    plan = started(plan_for("a.com"))
    with pytest.raises(StateConflict), acting_as(operator):
        run_plan(actor=operator, plan=plan)
    worked(plan)
    worked(plan)
    assert operations_of(acme, inside) == ["a.com"]


def test_lines_that_need_a_person_are_left_alone(
    acme, inside, failed_domain, verified_template, plan_for, started, worked, lines
):
    verified_template()
    failed_domain("a.com")
    failed_domain("other.com", registrant_name="王样例")
    plan = started(plan_for("a.com", "other.com"))
    worked(plan)
    found = {name: (line.route, line.state) for name, line in lines(plan).items()}
    assert found == {
        "a.com": ("change_registrant", "done"),
        "other.com": ("by_hand", "skipped"),
    }
    assert operations_of(acme, inside) == ["a.com"]


def test_refused_line_stops_no_other(
    acme, inside, failed_domain, verified_template, plan_for, started, worked, lines, reread
):
    verified_template()
    failed = [failed_domain(name) for name in ("a.com", "b.com", "c.com")]
    plan = started(plan_for("a.com", "b.com", "c.com"))
    with inside(acme):
        failed[1].epp_statuses = ["serverUpdateProhibited"]
        failed[1].save()
    worked(plan)
    assert [line.state for line in lines(plan).values()] == ["done", "refused", "done"]
    refusal = lines(plan)["b.com"].refusal
    assert [reason["code"] for reason in refusal] == ["server_update_prohibited"]
    assert refusal[0]["text"]["en"] != refusal[0]["text"]["zh-hans"]
    assert reread(plan).state == "finished"
    assert operations_of(acme, inside) == ["a.com", "c.com"]


def test_domain_verified_meanwhile_is_refused(
    acme, inside, failed_domain, verified_template, plan_for, started, worked, lines
):
    verified_template()
    domain = failed_domain("a.com")
    plan = started(plan_for("a.com"))
    with inside(acme):
        type(domain).objects.filter(pk=domain.pk).update(real_name="verified")
    worked(plan)
    assert [reason["code"] for reason in lines(plan)["a.com"].refusal] == ["already_verified"]
    assert operations_of(acme, inside) == []


def test_domain_that_changed_hands_meanwhile_is_not_given_to_the_old_holder(
    acme, inside, failed_domain, verified_template, plan_for, started, worked, lines
):
    verified_template()
    domain = failed_domain("a.com")
    plan = started(plan_for("a.com"))
    with inside(acme):
        type(domain).objects.filter(pk=domain.pk).update(registrant_name="王样例")
    worked(plan)
    assert lines(plan)["a.com"].refusal[0]["code"] == "other_holder_not_confirmed"


@pytest.mark.parametrize("change", ["viewer", "gone"])
def test_member_who_lost_the_role_meanwhile_changes_nothing_more(
    change, acme, bob, inside, failed_domain, verified_template, plan_for, started, worked, lines
):
    verified_template()
    failed_domain("a.com")
    plan = started(plan_for("a.com"))
    with inside(acme):
        rows = Membership.objects.filter(user=bob)
        rows.update(role="viewer") if change == "viewer" else rows.delete()
    worked(plan)
    assert lines(plan)["a.com"].refusal[0]["code"] == "not_permitted"
    assert operations_of(acme, inside) == []


def test_cancel_plan_lets_go_of_what_still_waits(
    acme, inside, operator, failed_domain, verified_template, plan_for, started, worked, lines
):
    verified_template()
    names = [f"d{number:02}.com" for number in range(CHUNK + 1)]
    for name in names:
        failed_domain(name)
    plan = started(plan_for(*names))
    with no_messages():
        run_lines.run(plan.pk, plan.account_id)
    with acting_as(operator):
        cancelled = cancel_plan(actor=operator, plan=plan)
    assert (cancelled.state, cancelled.due_at) == ("cancelled", None)
    worked(plan)
    assert operations_of(acme, inside) == names[:CHUNK]
    assert lines(plan)[names[-1]].state == "skipped"


def test_two_plans_for_one_domain_act_once(
    acme, inside, failed_domain, verified_template, plan_for, started, worked, lines
):
    verified_template()
    failed_domain("a.com")
    first, second = plan_for("a.com"), plan_for("a.com")
    started(first)
    started(second)
    worked(first)
    worked(second)
    assert lines(first)["a.com"].state == "done"
    assert lines(second)["a.com"].state == "refused"
    assert operations_of(acme, inside) == ["a.com"]


ACTIONS = ("change", "run", "cancel")
ALLOWED = {
    "draft": {"change", "run", "cancel"},
    "running": {"cancel"},
    "finished": set(),
    "cancelled": set(),
}


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", ALLOWED)
def test_every_action_in_every_state(
    state, action, acme, inside, operator, failed_domain, verified_template, plan_for, proved, lines
):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    with inside(acme):
        due = timezone.now() if state == "running" else None
        Plan.objects.filter(pk=plan.pk).update(state=state, due_at=due)
    line = lines(plan)["a.com"]
    services = {
        "change": lambda: change_lines(
            actor=operator, plan=plan, lines=[line.pk], route=PlanRoute.LEAVE_OUT
        ),
        "run": lambda: run_plan(actor=operator, plan=plan),
        "cancel": lambda: cancel_plan(actor=operator, plan=plan),
    }
    with acting_as(operator):
        if action in ALLOWED[state]:
            services[action]()
        else:
            with pytest.raises(StateConflict):
                services[action]()


def test_viewer_may_neither_make_nor_run_nor_cancel(acme, vera, actor_of, failed_domain, plan_for):
    failed_domain("a.com")
    plan = plan_for("a.com")
    viewer = actor_of(acme, vera, "viewer")
    with acting_as(viewer):
        for service in (run_plan, cancel_plan):
            with pytest.raises(NotPermitted):
                service(actor=viewer, plan=plan)


def test_plan_is_logged_once_for_all_its_lines_and_each_operation_by_itself(
    acme, inside, failed_domain, verified_template, plan_for, started, worked
):
    verified_template()
    for name in ("a.com", "b.com"):
        failed_domain(name)
    worked(started(plan_for("a.com", "b.com")))
    with inside(acme):
        found = list(LogEntry.objects.order_by("number").values_list("action", "actor_label"))
    assert found == [
        ("plan.made", "Bob"),
        ("plan.started", "Bob"),
        ("operation.requested", "Bob"),
        ("operation.requested", "Bob"),
        ("plan.finished", "Bob"),
    ]


def test_queries_of_a_run_do_not_grow_with_its_lines(
    operator, failed_domain, verified_template, plan_for, proved, django_assert_max_num_queries
):
    verified_template()
    names = [f"d{number:02}.com" for number in range(30)]
    for name in names:
        failed_domain(name)
    for plan in (plan_for(*names[:3]), plan_for(*names[3:])):
        with acting_as(operator), django_assert_max_num_queries(14):
            run_plan(actor=operator, plan=plan)
