from dataclasses import asdict

import pytest
from django.utils.dateparse import parse_datetime

from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app.api.shapes import TemplateShape, template_shape
from templates_app.models import InfoTemplate
from tests.templates_app.samples import HOSTILE, MASKED, NUMBER, PERSON

pytestmark = pytest.mark.django_db

BODY = asdict(PERSON)
STATES = ["unverified", "in_review", "verified", "failed", "disabled"]
EDIT = {"unverified": 200, "in_review": 409, "verified": 409, "failed": 200, "disabled": 409}
VERSION = {"unverified": 409, "in_review": 201, "verified": 201, "failed": 201, "disabled": 409}
DELETE = {"unverified": 204, "in_review": 409, "verified": 204, "failed": 204, "disabled": 204}


@pytest.fixture
def call(acme, caller):
    return caller(acme)


def test_created_template_is_answered_masked_and_can_be_read(call):
    response = call("post", "/templates", BODY)
    made = response.json()
    assert response.status_code == 201
    assert response["Location"] == f"/api/v1/templates/{made['id']}"
    shown = {name: value for name, value in BODY.items() if name != "document_number"}
    assert {name: made[name] for name in shown} == shown
    assert (made["state"], made["version"], made["previous"]) == ("unverified", 1, None)
    assert made["document_number_masked"] == MASKED
    assert made["warnings"] == []
    assert parse_datetime(made["created_at"]).tzinfo is not None
    assert NUMBER not in response.content.decode()
    assert call("get", f"/templates/{made['id']}").json() == made


def test_english_names_are_suggested_when_absent(call):
    body = {name: value for name, value in BODY.items() if not name.endswith("_en")}
    made = call("post", "/templates", body).json()
    assert made["name_en"] == made["contact_name_en"] == "Li Xiaoming"
    assert made["address_en"] == "No. 88, Jianguo Road, Chaoyang District"


def test_warnings_come_back_and_refuse_nothing(call):
    response = call("post", "/templates", BODY | {"name_en": "Wang Wu"})
    assert response.status_code == 201
    (warning,) = response.json()["warnings"]
    assert (warning["field"], warning["code"]) == ("name_en", "name_translation_mismatch")
    assert "English name" in warning["message"]


def test_warnings_speak_the_asked_language(call):
    doubtful = BODY | {"name_en": "Wang Wu"}
    response = call("post", "/templates", doubtful, **{"accept-language": "zh-hans"})
    assert "英文" in response.json()["warnings"][0]["message"]


def test_blocking_problems_are_problem_details_by_field(call):
    response = call("post", "/templates", BODY | {"document_number": "110105194912310021"})
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    (error,) = response.json()["errors"]
    assert (error["field"], error["code"]) == ("document_number", "number_checksum")
    assert "110105194912310021" not in response.content.decode()


@pytest.mark.parametrize("path", ["/templates", "/templates/{id}", "/templates/{id}/versions"])
def test_unknown_field_is_an_error_that_names_it(call, acme, make_template, path):
    template = make_template(acme, "failed")
    method = "patch" if path.endswith("{id}") else "post"
    response = call(method, path.format(id=template.public_id), BODY | {"state": "verified"})
    assert response.status_code == 400
    errors = response.json()["errors"]
    assert [(e["field"], e["code"]) for e in errors] == [("state", "unknown_field")]


def test_unknown_parameter_is_an_error_that_names_it(call, acme, make_template):
    path = f"/templates/{make_template(acme).public_id}"
    for method, address in (("get", "/templates"), ("get", path), ("patch", path)):
        response = call(method, f"{address}?force=1", None if method == "get" else {})
        assert response.status_code == 400
        assert response.json()["errors"][0]["field"] == "force"


@pytest.mark.parametrize("name", sorted(BODY))
@pytest.mark.parametrize("value", [None, 7, 1.5, True, [], {}, ["x"], {"a": 1}], ids=repr)
def test_wrong_type_is_refused_at_its_field(call, name, value):
    response = call("post", "/templates", BODY | {name: value})
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"].startswith(name)


@pytest.mark.parametrize("body", [[], "x", 7, None, True, [BODY]], ids=lambda b: str(b)[:9])
def test_body_that_is_no_object_is_refused(call, body):
    assert call("post", "/templates", body).status_code == 400


@pytest.mark.parametrize("name", sorted(BODY))
def test_hostile_text_is_refused_or_kept(call, name):
    statuses = {call("post", "/templates", BODY | {name: text}).status_code for text in HOSTILE}
    assert statuses <= {201, 400}


@pytest.mark.parametrize("state", STATES)
def test_what_each_state_allows(call, acme, make_template, state):
    path = f"/templates/{make_template(acme, state).public_id}"
    assert call("get", path).json()["state"] == state
    assert call("patch", path, {"city": "天津市"}).status_code == EDIT[state]
    assert call("post", f"{path}/versions", {}).status_code == VERSION[state]
    assert call("delete", path).status_code == DELETE[state]


def test_blocked_edit_says_why_and_the_way_out(call, acme, make_template):
    path = f"/templates/{make_template(acme, 'verified').public_id}"
    problem = call("patch", path, {"city": "天津市"}).json()
    assert problem["code"] == "operation_blocked"
    assert problem["errors"][0]["code"] == "template_verified"
    assert "new version" in problem["detail"]


def test_patch_changes_what_is_given_only(call, acme, make_template):
    template = make_template(acme)
    path = f"/templates/{template.public_id}"
    changed = call("patch", path, {"city": "天津市"}).json()
    assert (changed["city"], changed["name_en"]) == ("天津市", "Li Xiaoming")
    assert changed["document_number_masked"] == MASKED


def test_patch_of_a_chinese_name_suggests_its_english_one_anew(call, acme, make_template):
    path = f"/templates/{make_template(acme).public_id}"
    assert call("patch", path, {"name_zh": "王小红"}).json()["name_en"] == "Wang Xiaohong"
    both = call("patch", path, {"name_zh": "李晓明", "name_en": "LI Xiao Ming"}).json()
    assert both["name_en"] == "LI Xiao Ming"


def test_new_version_points_to_the_one_before(call, acme, make_template):
    template = make_template(acme, "verified")
    made = call("post", f"/templates/{template.public_id}/versions", {"city": "天津市"}).json()
    assert (made["version"], made["previous"]) == (2, template.public_id)
    assert (made["state"], made["city"]) == ("unverified", "天津市")


def test_deleted_template_is_gone(call, acme, make_template):
    path = f"/templates/{make_template(acme).public_id}"
    assert call("delete", path).status_code == 204
    assert [call(m, path).status_code for m in ("get", "patch", "delete")] == [404] * 3
    assert call("get", "/templates").json() == {"items": [], "next": None}


def test_stranger_gets_404_whatever_they_send(globex, acme, caller, make_template):
    template = make_template(acme, "failed")
    call = caller(globex)
    path = f"/templates/{template.public_id}"
    for method, address in (
        ("get", path),
        ("patch", path),
        ("delete", path),
        ("post", f"{path}/versions"),
    ):
        assert call(method, address, None if method == "get" else {"x": 1}).status_code == 404
    assert call("get", "/templates").json()["items"] == []
    with acting_as(system_actor(acme.pk)):
        assert InfoTemplate.objects.get(pk=template.pk).deleted_at is None


@pytest.mark.parametrize("template_id", ["x", "tpl_", "tpl_0", "ver_01k9x7q2m4e5r8t0v3w6y9z1ab"])
def test_id_that_is_none_is_not_found(call, template_id):
    assert call("get", f"/templates/{template_id}").status_code == 404


def test_key_without_the_scope_is_refused(acme, caller, make_template):
    path = f"/templates/{make_template(acme).public_id}"
    reader = caller(acme, ("templates:read",))
    assert reader("get", path).status_code == 200
    for method, address in (("post", "/templates"), ("patch", path), ("delete", path)):
        response = reader(method, address, BODY)
        assert (response.status_code, response.json()["code"]) == (403, "scope_missing")
    assert caller(acme, ("domains:read",))("get", path).status_code == 403


def test_list_filters_and_pages(call, acme, make_template):
    for name in ("赵一", "钱二", "孙三"):
        make_template(acme, name_zh=name, name_en="")
    make_template(acme, "verified")
    first = call("get", "/templates?state=unverified&limit=2").json()
    assert [row["name_zh"] for row in first["items"]] == ["孙三", "钱二"]
    second = call("get", f"/templates?state=unverified&limit=2&cursor={first['next']}").json()
    assert [row["name_zh"] for row in second["items"]] == ["赵一"]
    assert second["next"] is None
    assert [r["name_zh"] for r in call("get", "/templates?q=钱").json()["items"]] == ["钱二"]


@pytest.mark.parametrize(
    "query", ["state=gone", "holder_type=x", "cursor=x", "limit=0", "limit=a", "state=%00", "q=%00"]
)
def test_junk_in_a_parameter_is_never_an_error_of_ours(call, query):
    assert call("get", f"/templates?{query}").status_code in (200, 400)


def test_shape_is_what_the_document_says(acme, make_template):
    template = make_template(acme)
    with acting_as(system_actor(acme.pk)):
        assert set(template_shape(template)) == set(TemplateShape().fields)
