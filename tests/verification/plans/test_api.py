"""/reverification-plans of the API."""

import pytest
from django.test import Client

from domains.models import Operation

pytestmark = pytest.mark.django_db
BASE = "/api/v1/reverification-plans"


@pytest.fixture
def api(acme, make_key):
    """`api("post", "", {…})`: a call with a key of acme that holds every scope, or those given."""

    def call(method, path, body=None, *, scopes=(), **headers):
        more = {} if body is None else {"data": body, "content_type": "application/json"}
        headers |= make_key(acme, *scopes)
        return getattr(Client(), method)(BASE + path, headers=headers, **more)

    return call


def test_plan_is_made_looked_at_changed_and_run(api, failed_domain, verified_template):
    template = verified_template()
    for name in ("a.com", "b.com"):
        failed_domain(name)
    answer = api("post", "", {"filter": {"service_status": "verification_failed"}})
    assert answer.status_code == 201
    plan = answer.json()
    assert (plan["state"], plan["counts"]["total"], plan["counts"]["to_do"]) == ("draft", 2, 2)
    assert plan["counts"]["routes"]["change_registrant"] == 2
    assert plan["expected_on"]

    page = api("get", f"/{plan['id']}/lines?limit=1").json()
    assert [line["domain"] for line in page["items"]] == ["a.com"]
    assert page["items"][0]["template"] == template.public_id
    page = api("get", f"/{plan['id']}/lines?limit=1&cursor={page['next']}").json()
    assert [line["domain"] for line in page["items"]] == ["b.com"]

    line = api("patch", f"/{plan['id']}/lines/B.com", {"route": "leave_out"}).json()
    assert (line["domain"], line["route"], line["template"]) == ("b.com", "leave_out", None)

    answer = api("post", f"/{plan['id']}/run", {})
    assert (answer.status_code, answer.json()["state"]) == (202, "running")
    assert api("post", f"/{plan['id']}/run", {}).status_code == 409


def test_plan_is_run_only_as_it_was_seen(api, failed_domain, verified_template):
    verified_template()
    for name in ("a.com", "b.com"):
        failed_domain(name)
    plan = api("post", "", {"domains": ["a.com", "b.com"]}).json()["id"]
    seen = api("get", f"/{plan}")["ETag"]
    assert api("get", f"/{plan}", if_none_match=seen).status_code == 304
    api("patch", f"/{plan}/lines/b.com", {"route": "leave_out"})
    assert api("post", f"/{plan}/run", {}, if_match=seen).status_code == 412
    assert api("post", f"/{plan}/again", {}, if_match=seen).status_code == 412
    assert api("post", f"/{plan}/cancel", {}, if_match=seen).status_code == 412
    newest = api("get", f"/{plan}")["ETag"]
    assert api("post", f"/{plan}/cancel", {}, if_match=newest).status_code == 200


def test_change_that_leaves_the_counts_alone_changes_the_plans_tag(
    api, failed_domain, verified_template
):
    verified_template()
    failed_domain("a.com")
    failed_domain("b.com")
    plan = api("post", "", {"domains": ["a.com", "b.com"]}).json()
    first = api("patch", f"/{plan['id']}/lines/a.com", {"route": "leave_out"})
    assert first.status_code == 200
    tag = api("get", f"/{plan['id']}")["ETag"]
    counts = api("get", f"/{plan['id']}").json()["counts"]
    api("patch", f"/{plan['id']}/lines/a.com", {"route": "leave_out"})
    assert api("get", f"/{plan['id']}").json()["counts"] == counts
    assert api("get", f"/{plan['id']}")["ETag"] != tag


def test_line_changes_only_as_it_was_seen(api, failed_domain, verified_template):
    verified_template()
    failed_domain("a.com")
    plan = api("post", "", {"domains": ["a.com"]}).json()["id"]
    line, leave_out = f"/{plan}/lines/a.com", {"route": "leave_out"}
    seen = api("get", line)["ETag"]
    newest = api("patch", line, leave_out, if_match=seen)["ETag"]
    assert newest == api("get", line)["ETag"] != seen
    late = api("patch", line, {"route": "by_hand"}, if_match=seen)
    assert (late.status_code, late.json()["code"]) == (412, "precondition_failed")


def test_finished_plan_names_operations_and_refusals(
    acme, inside, api, failed_domain, verified_template, plan_for, started, worked
):
    verified_template()
    domains = [failed_domain(name) for name in ("a.com", "b.com")]
    plan = started(plan_for("a.com", "b.com"))
    with inside(acme):
        type(domains[1]).objects.filter(pk=domains[1].pk).update(
            epp_statuses=["serverUpdateProhibited"]
        )
    worked(plan)
    done, refused = api("get", f"/{plan.public_id}/lines").json()["items"]
    with inside(acme):
        operation = Operation.objects.get(kind="change_registrant")
    assert (done["state"], done["operation"]) == ("done", operation.public_id)
    assert [reason["code"] for reason in refused["refusal"]] == ["server_update_prohibited"]
    assert refused["refusal"][0]["message"].isascii()
    only = api("get", f"/{plan.public_id}/lines?state=refused").json()["items"]
    assert [line["domain"] for line in only] == ["b.com"]
    assert api("get", f"/{plan.public_id}").json()["state"] == "finished"


def test_every_wrong_name_is_told(api, failed_domain):
    failed_domain("a.com")
    answer = api("post", "", {"domains": ["a.com", "nobody.com", "no name"]})
    assert answer.status_code == 400
    assert [(e["field"], e["code"]) for e in answer.json()["errors"]] == [
        ("domains.1", "not_found"),
        ("domains.2", "invalid"),
    ]
    assert answer.json()["errors_total"] == 2


def test_four_thousand_names_are_read_in_one_body(api):
    names = [f"{'x' * 40}{number}.com" for number in range(4000)]
    answer = api("post", "", {"domains": names})
    assert answer.status_code == 400
    assert (len(answer.json()["errors"]), answer.json()["errors_total"]) == (200, 4000)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"domains": ["a.com"], "filter": {}},
        {"domains": []},
        {"domains": "a.com"},
        {"domains": [1]},
        {"filter": {"nonsense": "x"}},
        {"filter": {"service_status": "x"}},
        {"filter": {"expires_before": "soon"}},
        {"filter": []},
        {"domains": ["a.com"], "other_holder": "yes"},
        {"domains": ["a.com"] * 5001},
    ],
)
def test_body_that_makes_no_sense_is_refused(body, api, failed_domain):
    failed_domain("a.com")
    assert api("post", "", body).status_code == 400


def test_template_of_nobody_is_named_in_the_refusal(api, failed_domain):
    failed_domain("a.com")
    answer = api("post", "", {"domains": ["a.com"], "template": "tpl_x"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (404, "template")


def test_route_that_the_domain_can_not_take_is_refused_with_every_reason(
    api, failed_domain, verified_template, plan_for
):
    template = verified_template(name_zh="王样例", country="US")
    failed_domain("a.cn")
    plan = plan_for("a.cn")
    body = {"route": "change_registrant", "template": template.public_id}
    answer = api("patch", f"/{plan.public_id}/lines/a.cn", body)
    assert answer.status_code == 409
    assert {error["code"] for error in answer.json()["errors"]} == {
        "other_holder_not_confirmed",
        "template_unfit_for_suffix",
    }


def test_line_that_is_not_in_the_plan_is_not_found(api, failed_domain, plan_for):
    failed_domain("a.com")
    failed_domain("b.com")
    plan = plan_for("a.com")
    for name in ("b.com", "nobody.com", "no name"):
        answer = api("patch", f"/{plan.public_id}/lines/{name}", {"route": "leave_out"})
        assert answer.status_code == 404


def test_key_without_the_scope_sensitive_can_not_run_a_change(
    api, failed_domain, verified_template, plan_for, reread
):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    scopes = ("operations:write", "domains:read")
    answer = api("post", f"/{plan.public_id}/run", {}, scopes=scopes)
    assert (answer.status_code, answer.json()["scope"]) == (403, "sensitive")
    assert reread(plan).state == "draft"


def test_cancelled_plan_can_not_be_run(api, failed_domain, verified_template, plan_for):
    verified_template()
    failed_domain("a.com")
    plan = plan_for("a.com")
    assert api("post", f"/{plan.public_id}/cancel", {}).json()["state"] == "cancelled"
    answer = api("post", f"/{plan.public_id}/run", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "state_conflict")


def test_plans_are_listed_with_their_counts(api, failed_domain, plan_for):
    failed_domain("a.com")
    plans = [plan_for("a.com"), plan_for("a.com")]
    items = api("get", "").json()["items"]
    assert [item["id"] for item in items] == [plan.public_id for plan in reversed(plans)]
    assert items[0]["counts"]["routes"]["by_hand"] == 1


def test_many_lines_change_at_once_by_name_or_by_group(api, failed_domain, verified_template):
    verified_template()
    for name in ("a.com", "b.com", "c.com"):
        failed_domain(name)
    plan = api("post", "", {"domains": ["a.com", "b.com", "c.com"]}).json()
    lines = f"/{plan['id']}/lines"
    named = api("patch", lines, {"domains": ["A.com", "b.com"], "route": "leave_out"})
    assert (named.status_code, named.json()) == (200, {"changed": 2, "refused": []})
    group = api("get", lines).json()["items"][0]["group"]
    grouped = api("patch", lines, {"group": group, "route": "leave_out"})
    assert grouped.json()["changed"] >= 1


def test_lines_that_are_not_there_are_each_named(api, failed_domain, verified_template):
    verified_template()
    failed_domain("a.com")
    plan = api("post", "", {"domains": ["a.com"]}).json()
    body = {"domains": ["a.com", "nobody.com", "-"], "route": "leave_out"}
    refused = api("patch", f"/{plan['id']}/lines", body)
    assert refused.status_code == 400
    assert [e["field"] for e in refused.json()["errors"]] == ["domains.1", "domains.2"]
    neither = api("patch", f"/{plan['id']}/lines", {"route": "leave_out"})
    assert neither.json()["errors"][0]["code"] == "domains_or_group"


def test_nothing_refused_is_nothing_to_plan_again(api, failed_domain, verified_template):
    verified_template()
    failed_domain("a.com")
    plan = api("post", "", {"domains": ["a.com"]}).json()
    answer = api("post", f"/{plan['id']}/again", {})
    assert (answer.status_code, answer.json()["code"]) == (400, "nothing_to_plan")
