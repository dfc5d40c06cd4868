"""Which domains become lines, and what each proposes."""

import random

import pytest

from domains.models import Operation
from domains.selectors.filters import DomainFilter
from registrar.errors import InvalidInput, NotPermitted
from registrar.tenancy.context import acting_as
from tests import world
from verification.plans.models import Plan
from verification.plans.selectors import counts_of, groups_of
from verification.plans.services import choosing
from verification.plans.services.making import make_plan, plan_again

pytestmark = pytest.mark.django_db


def summary(lines):
    return {name: (line.route, line.blocked_by) for name, line in lines.items()}


def test_plan_over_names_proposes_a_route_for_each(
    failed_domain, verified_template, plan_for, lines
):
    template = verified_template()
    failed_domain("own.com")
    failed_domain("other.com", registrant_name="王样例")
    failed_domain("done.com", real_name="verified")
    failed_domain("review.com", real_name="in_review")
    failed_domain("new.com", real_name="unverified")
    plan = plan_for("own.com", "other.com", "done.com", "review.com", "new.com")
    found = lines(plan)
    assert summary(found) == {
        "done.com": ("leave_out", ["already_verified"]),
        "new.com": ("change_registrant", []),
        "other.com": ("by_hand", []),
        "own.com": ("change_registrant", []),
        "review.com": ("leave_out", ["verification_in_review"]),
    }
    assert found["own.com"].template_id == template.pk
    assert found["own.com"].reason == "registrant_name_mismatch"


def test_names_may_be_typed_in_either_form_and_twice(failed_domain, plan_for, lines):
    failed_domain("xn--fsqu00a.cn", unicode_name="例子.cn", suffix="cn")
    plan = plan_for("例子.cn", "XN--FSQU00A.CN", " 例子.cn ")
    assert list(lines(plan)) == ["xn--fsqu00a.cn"]


def test_names_of_nobody_and_of_others_are_told_alike_and_make_no_plan(
    acme, globex, inside, operator, failed_domain
):
    failed_domain("mine.com")
    with inside(globex):
        world.domain_of(globex, "theirs.com", real_name="failed")
    with pytest.raises(InvalidInput) as refused, acting_as(operator):
        make_plan(actor=operator, domains=["mine.com", "theirs.com", "nobody.com", "no name"])
    assert [(error.field, error.code) for error in refused.value.errors] == [
        ("domains.1", "not_found"),
        ("domains.2", "not_found"),
        ("domains.3", "invalid"),
    ]
    with inside(acme):
        assert not Plan.objects.exists()


def test_many_wrong_names_are_counted(operator, monkeypatch):
    monkeypatch.setattr(choosing, "_MOST_ERRORS", 2)
    with pytest.raises(InvalidInput) as refused, acting_as(operator):
        make_plan(actor=operator, domains=[f"n{number}.com" for number in range(5)])
    assert len(refused.value.errors) == 2
    assert refused.value.extra == {"errors_total": 5}


def test_plan_over_a_filter_leaves_verified_domains_aside(operator, failed_domain, lines):
    failed_domain("a.com", tags=["shop"])
    failed_domain("b.com", real_name="verified", tags=["shop"])
    failed_domain("c.com")
    with acting_as(operator):
        plan = make_plan(actor=operator, wanted=DomainFilter(tag="shop"))
    assert list(lines(plan)) == ["a.com"]
    assert plan.verified == 1
    assert plan.selection == {"filter": {"tag": "shop"}}


def test_plan_takes_no_more_than_its_limit(operator, failed_domain, monkeypatch):
    monkeypatch.setattr(choosing, "MAX_DOMAINS", 2)
    names = ["a.com", "b.com", "c.com"]
    for name in names:
        failed_domain(name)
    for more in ({"domains": names}, {"wanted": DomainFilter()}):
        with pytest.raises(InvalidInput) as refused, acting_as(operator):
            make_plan(actor=operator, **more)
        assert refused.value.code == "too_many_domains"


@pytest.mark.parametrize("more", [{"domains": []}, {"wanted": DomainFilter(suffix="xyz")}])
def test_plan_over_nothing_is_refused(more, operator):
    with pytest.raises(InvalidInput) as refused, acting_as(operator):
        make_plan(actor=operator, **more)
    assert refused.value.code == "nothing_to_plan"


def test_plan_needs_the_right_to_operate_and_to_see_domains(acme, key_of, failed_domain):
    failed_domain("a.com")
    for scope in ("operations:write", "domains:read"):
        key = key_of(acme, scope)
        with pytest.raises(NotPermitted), acting_as(key):
            make_plan(actor=key, domains=["a.com"])


def test_order_of_the_names_makes_no_difference(failed_domain, verified_template, plan_for, lines):
    verified_template()
    names = [f"d{number}.com" for number in range(6)]
    for number, name in enumerate(names):
        failed_domain(name, registrant_name=["张示例", "王样例"][number % 2])
    shuffled = random.Random(1).sample(names, len(names))
    first, second = lines(plan_for(*names)), lines(plan_for(*shuffled))
    assert [(n, row.route, row.group, row.position) for n, row in first.items()] == [
        (n, row.route, row.group, row.position) for n, row in second.items()
    ]


def test_open_change_of_registrant_is_a_conflict(
    acme, inside, failed_domain, verified_template, plan_for, lines
):
    verified_template()
    domain = failed_domain("a.com")
    with inside(acme):
        Operation.objects.create(
            account=acme, kind="change_registrant", domain=domain, requested_by="x"
        )
    assert lines(plan_for("a.com"))["a.com"].blocked_by == ["operation_open"]


def test_domain_of_another_running_plan_is_a_conflict(
    failed_domain, verified_template, plan_for, started, lines
):
    verified_template()
    failed_domain("a.com")
    started(plan_for("a.com"))
    line = lines(plan_for("a.com"))["a.com"]
    assert (line.route, line.blocked_by) == ("leave_out", ["in_another_plan"])


def test_template_that_does_not_fit_the_suffix_is_not_proposed(
    failed_domain, verified_template, plan_for, lines
):
    verified_template(country="US")
    failed_domain("a.cn")
    failed_domain("a.com")
    assert {n: row.route for n, row in lines(plan_for("a.cn", "a.com")).items()} == {
        "a.cn": "by_hand",
        "a.com": "change_registrant",
    }


def test_chosen_template_takes_other_holders_only_when_that_is_meant(
    failed_domain, verified_template, plan_for, lines
):
    template = verified_template(name_zh="王样例")
    failed_domain("a.com")
    shy = lines(plan_for("a.com", template=template))["a.com"]
    assert shy.route == "by_hand"
    meant = lines(plan_for("a.com", template=template, other_holder=True))["a.com"]
    assert (meant.route, meant.template_id, meant.other_holder) == (
        "change_registrant",
        template.pk,
        True,
    )


def test_unverified_template_can_not_be_chosen(failed_domain, verified_template, plan_for):
    failed_domain("a.com")
    with pytest.raises(InvalidInput) as refused:
        plan_for("a.com", template=verified_template(state="in_review"))
    assert refused.value.errors[0].code == "template_not_verified"


def test_groups_and_counts_add_up_to_the_lines(
    acme, inside, failed_domain, verified_template, plan_for
):
    verified_template()
    for name in ("a.com", "b.com"):
        failed_domain(name)
    for name in ("c.com", "d.com", "e.com"):
        failed_domain(name, registrant_name="王样例")
    plan = plan_for("a.com", "b.com", "c.com", "d.com", "e.com")
    with inside(acme):
        counts, groups = counts_of([plan.pk])[plan.pk], groups_of(plan)
    assert (counts.total, counts.to_do, counts.conflicts) == (5, 2, 0)
    assert [(group.route, group.count, group.holder) for group in groups] == [
        ("change_registrant", 2, "张示例"),
        ("by_hand", 3, "王样例"),
    ]
    assert counts.last_on == groups[0].expected_on


def test_plan_again_takes_the_refused_lines(
    acme, inside, operator, failed_domain, verified_template, plan_for, started, worked, lines
):
    verified_template()
    domains = [failed_domain(name) for name in ("a.com", "b.com")]
    plan = started(plan_for("a.com", "b.com"))
    with inside(acme):
        type(domains[1]).objects.filter(pk=domains[1].pk).update(
            epp_statuses=["serverUpdateProhibited"]
        )
    worked(plan)
    with acting_as(operator):
        again = plan_again(actor=operator, plan=plan)
    assert list(lines(again)) == ["b.com"]
    with pytest.raises(InvalidInput), acting_as(operator):
        plan_again(actor=operator, plan=again)


def test_queries_of_a_plan_do_not_grow_with_its_domains(
    operator, failed_domain, verified_template, plan_for, django_assert_num_queries
):
    verified_template()
    failed_domain("first.com")
    plan_for("first.com")
    names = [f"d{number:02}.com" for number in range(33)]
    for number, name in enumerate(names):
        failed_domain(name, registrant_name=f"张示例{number % 7 or ''}")
    for some in (names[:3], names[3:]):
        with acting_as(operator), django_assert_num_queries(21):
            make_plan(actor=operator, domains=some)
