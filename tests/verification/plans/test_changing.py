"""Changing lines of a draft, one by one and by the group."""

import pytest

from registrar.errors import Blocked, NotFound, NotPermitted
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from verification.plans.services.changing import change_group, change_lines
from verification.plans.states import PlanRoute

pytestmark = pytest.mark.django_db


@pytest.fixture
def change(operator):
    def do(plan, *lines, route, **more):
        with acting_as(operator):
            pks = [line.pk for line in lines]
            return change_lines(actor=operator, plan=plan, lines=pks, route=route, **more)

    return do


def test_domain_can_be_left_out_and_taken_in_again(
    failed_domain, verified_template, plan_for, lines, change
):
    template = verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    change(plan, lines(plan)["a.com"], route=PlanRoute.LEAVE_OUT)
    line = lines(plan)["a.com"]
    assert (line.route, line.template, line.expected_on) == ("leave_out", None, None)
    change(plan, line, route=PlanRoute.CHANGE_REGISTRANT, template=template)
    line = lines(plan)["a.com"]
    assert (line.route, line.template_id) == ("change_registrant", template.pk)
    assert line.expected_on


def test_other_holders_template_is_refused_until_it_is_meant(
    failed_domain, verified_template, plan_for, lines, change
):
    template = verified_template(name_zh="王样例")
    failed_domain("a.com")
    plan = plan_for("a.com")
    more = {"route": PlanRoute.CHANGE_REGISTRANT, "template": template}
    with pytest.raises(Blocked) as refused:
        change(plan, lines(plan)["a.com"], **more)
    assert [error.code for error in refused.value.errors] == ["other_holder_not_confirmed"]
    change(plan, lines(plan)["a.com"], **more, other_holder=True)
    line = lines(plan)["a.com"]
    assert (line.template_id, line.other_holder) == (template.pk, True)


def test_template_for_a_group_leaves_what_it_does_not_fit(
    operator, failed_domain, verified_template, plan_for, lines
):
    template = verified_template(name_zh="环球样例", country="US")
    failed_domain("a.com")
    failed_domain("a.cn")
    plan = plan_for("a.com", "a.cn")
    group = lines(plan)["a.com"].group
    with acting_as(operator):
        changed = change_group(
            actor=operator,
            plan=plan,
            group=group,
            route=PlanRoute.CHANGE_REGISTRANT,
            template=template,
            other_holder=True,
        )
    assert changed.count == 1
    assert {name: [b.code for b in why] for name, why in changed.refused.items()} == {
        "a.cn": ["template_unfit_for_suffix"]
    }
    assert {name: line.route for name, line in lines(plan).items()} == {
        "a.com": "change_registrant",
        "a.cn": "by_hand",
    }


def test_route_that_the_facts_do_not_allow_is_refused_with_the_reason(
    failed_domain, plan_for, lines, change
):
    failed_domain("a.com")
    plan = plan_for("a.com")
    for route, code in (
        (PlanRoute.CHANGE_REGISTRANT, "template_missing"),
        (PlanRoute.WAIT, "nothing_to_wait_for"),
    ):
        with pytest.raises(Blocked) as refused:
            change(plan, lines(plan)["a.com"], route=route)
        assert code in [error.code for error in refused.value.errors]


def test_line_of_another_plan_is_not_found(failed_domain, plan_for, lines, change):
    failed_domain("a.com")
    first, second = plan_for("a.com"), plan_for("a.com")
    with pytest.raises(NotFound):
        change(second, lines(first)["a.com"], route=PlanRoute.LEAVE_OUT)


def test_viewer_can_not_change_a_line(acme, vera, actor_of, failed_domain, plan_for, lines):
    failed_domain("a.com")
    plan = plan_for("a.com")
    viewer, line = actor_of(acme, vera, "viewer"), lines(plan)["a.com"]
    with pytest.raises(NotPermitted), acting_as(viewer):
        change_lines(actor=viewer, plan=plan, lines=[line.pk], route=PlanRoute.LEAVE_OUT)


def test_change_is_logged_with_how_many_lines(acme, inside, failed_domain, plan_for, lines, change):
    for name in ("a.com", "b.com"):
        failed_domain(name)
    plan = plan_for("a.com", "b.com")
    change(plan, *lines(plan).values(), route=PlanRoute.LEAVE_OUT)
    with inside(acme):
        entry = LogEntry.objects.order_by("-number").first()
    assert (entry.action, entry.after) == ("plan.changed", {"route": "leave_out", "lines": 2})
