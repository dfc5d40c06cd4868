"""POST /prechecks: what would fail, found without submitting anything."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.verification.api.readings import read_as_card
from tests.verification.data import NAME, NUMBER, OTHER_NUMBER
from verification.models import PrecheckRequest, Rendition, Submission

pytestmark = pytest.mark.django_db
URL = "/api/v1/prechecks"


@pytest.fixture(autouse=True)
def reading_is_on(settings):
    settings.READ_PICTURES = True


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme)


@pytest.fixture
def material(owner, upload):
    """A picture of NAME's resident card, read."""
    found = upload(owner)
    read_as_card(found)
    return found


def post(client, headers, data):
    return client.post(URL, data, content_type="application/json", headers=headers)


def form(material, **changes):
    typed = {
        "form": {"registrant_type": "individual", "name": NAME},
        "document_type": "SFZ",
        "document_number": NUMBER,
        "materials": [material.public_id],
    }
    return typed | changes


def levels(body):
    return {finding["code"]: finding["level"] for finding in body["findings"]}


def wrong(answer):
    assert answer.status_code == 400
    return {(e["field"], e["code"]) for e in answer.json()["errors"]}


def test_template_is_checked_with_its_own_document(client, headers, acme, make_template, material):
    template = make_template(acme)
    answer = post(
        client, headers, {"template": template.public_id, "materials": [material.public_id]}
    )
    assert answer.status_code == 200
    body = answer.json()
    assert (body["status"], body["ready"], body["profile"]) == ("done", True, "tencent")
    assert "block" not in levels(body).values()


def test_domain_is_checked_by_its_name(client, headers, acme, make_domain, material):
    make_domain(acme, "acme.com")
    data = {
        "domain": "ACME.com",
        "document_type": "SFZ",
        "document_number": OTHER_NUMBER,
        "materials": [material.public_id],
    }
    body = post(client, headers, data).json()
    assert body["ready"] is False
    assert levels(body)["number_mismatch"] == "block"


def test_form_that_stands_alone_is_checked(client, headers, material):
    body = post(client, headers, form(material)).json()
    assert body["ready"] is True
    assert body["read"]["document_number"]["text"] == NUMBER
    assert body["read"]["name"]["text"] == NAME
    assert body["read"]["document_type"]["text"] == "SFZ"
    for value in body["read"].values():
        assert value["picture"] == material.public_id
        assert 0 <= value["confidence"] <= 1
    assert body["read"]["name"]["box"].keys() == {"left", "top", "right", "bottom"}
    assert body["mended"] == []


def test_nothing_is_submitted_or_kept(client, headers, acme, make_template, material, inside):
    template = make_template(acme)
    post(client, headers, {"template": template.public_id, "materials": [material.public_id]})
    with inside(acme):
        assert not Submission.objects.exists()
        assert not PrecheckRequest.objects.exists()
        template.refresh_from_db()
        assert template.state == "unverified"


def test_finding_says_what_is_wrong_where_and_what_to_do(client, headers, owner, upload):
    material = upload(owner)
    read_as_card(material, number=OTHER_NUMBER)
    body = post(client, headers, form(material)).json()
    (found,) = [one for one in body["findings"] if one["code"] == "number_mismatch"]
    assert (found["field"], found["level"], found["sure"]) == ("document_number", "block", True)
    assert found["title"]
    assert found["message"]
    assert found["evidence"]
    assert found["evidence_data"]
    assert found["fix"]
    assert [place["picture"] for place in found["places"]] == [material.public_id]
    assert found["places"][0]["box"]


def test_numbers_are_checked_as_they_are_typed(client, headers, material):
    typed = {
        "number_checksum": NUMBER[:-1] + "9",
        "number_contains_space": f"{NUMBER[:6]} {NUMBER[6:]}",
        "number_length": NUMBER[:-2],
    }
    for code, number in typed.items():
        body = post(client, headers, form(material, document_number=number)).json()
        assert levels(body)[code] == "block", code
        assert body["ready"] is False


def test_warnings_leave_it_ready(client, headers, material):
    today = timezone.localdate()
    dates = {"issued_on": today.isoformat(), "expires_on": (today + dt.timedelta(5)).isoformat()}
    typed = {"registrant_type": "individual", "name": NAME} | dates
    body = post(client, headers, form(material, form=typed)).json()
    assert body["ready"] is True
    found = levels(body)
    assert found["document_newly_issued"] == found["document_near_expiry"] == "warn"


def test_missing_picture_is_found(client, headers, material):
    body = post(client, headers, form(material, materials=[])).json()
    assert levels(body)["material_missing"] == "block"
    assert body["read"] == {}


def test_texts_come_in_the_asked_language(client, headers, material):
    data = form(material, materials=[])
    english = post(client, headers, data).json()["findings"]
    chinese = post(client, headers | {"Accept-Language": "zh-hans"}, data).json()["findings"]
    assert [one["code"] for one in english] == [one["code"] for one in chinese]
    assert english[0]["title"] != chinese[0]["title"]


PERSON = {"registrant_type": "individual", "name": "x"}


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"template": "tpl_x"}, "form", "exactly_one"),
        ({"template": "tpl_x"}, "template", "exactly_one"),
        ({"form": None}, "form", "null"),
        ({"form": PERSON | {"registrant_type": "x"}}, "form.registrant_type", "invalid_choice"),
        ({"form": {"registrant_type": "individual"}}, "form.name", "required"),
        ({"form": PERSON | {"age": 3}}, "form.age", "unknown_field"),
        ({"form": PERSON | {"issued_on": "x"}}, "form.issued_on", "invalid"),
        ({"document_type": ""}, "document_type", "blank"),
        ({"document_number": ["x"]}, "document_number", "invalid"),
        ({"materials": "x"}, "materials", "not_a_list"),
        ({"materials": ["mat_x"]}, "materials.0", "not_found"),
        ({"profile": "nobody"}, "profile", "invalid_choice"),
        ({"colour": 1}, "colour", "unknown_field"),
    ],
)
def test_junk_is_named(client, headers, material, changes, field, code):
    assert (field, code) in wrong(post(client, headers, form(material, **changes)))


def test_one_of_the_three_has_to_be_named(client, headers):
    named = {field for field, code in wrong(post(client, headers, {"materials": []}))}
    assert named == {"template", "domain", "form"}


def test_form_needs_a_document(client, headers, material):
    data = form(material)
    del data["document_type"], data["document_number"]
    found = wrong(post(client, headers, data))
    assert found == {("document_type", "required"), ("document_number", "required")}


def test_picture_named_twice_is_refused(client, headers, material):
    twice = [material.public_id, material.public_id]
    assert wrong(post(client, headers, form(material, materials=twice))) == {
        ("materials", "duplicate")
    }


def test_other_document_than_the_templates_is_refused(client, headers, acme, make_template):
    data = {
        "template": make_template(acme).public_id,
        "document_number": OTHER_NUMBER,
        "materials": [],
    }
    assert wrong(post(client, headers, data)) == {("document_number", "differs_from_template")}


def test_what_is_anothers_is_not_found(
    client, globex, make_key, acme, make_template, make_domain, material
):
    foreign = make_key(globex)
    make_domain(acme, "acme.com")
    for data, field in (
        ({"template": make_template(acme).public_id, "materials": []}, "template"),
        ({"domain": "acme.com", "materials": []}, "domain"),
        (form(material), "materials.0"),
    ):
        assert wrong(post(client, foreign, data)) == {(field, "not_found")}


def test_profile_may_be_chosen(client, headers, acme, make_template, material):
    data = {"template": make_template(acme).public_id, "materials": [material.public_id]}
    body = post(client, headers, data | {"profile": "aliyun"}).json()
    assert body["profile"] == "aliyun"


def test_scope_is_needed(client, acme, make_key, material):
    assert post(client, {}, form(material)).status_code == 401
    answer = post(client, make_key(acme, "verifications:read", "materials:read"), form(material))
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")


def shown(owner):
    with acting_as(owner):
        return list(LogEntry.objects.filter(action="precheck.run"))


def test_showing_what_was_read_is_logged_without_it(client, headers, owner, material):
    post(client, headers, form(material))
    (entry,) = shown(owner)
    assert entry.object_id == material.public_id
    written = f"{entry.object_label} {entry.after} {entry.before} {entry.reason}"
    assert material.public_id in written
    for personal in (NAME, NUMBER):
        assert personal not in written


def test_what_was_read_needs_the_right_to_see_pictures(client, acme, make_key, owner, material):
    narrow = make_key(acme, "verifications:write")
    answer = post(client, narrow, form(material))
    assert answer.status_code == 200
    assert answer.json()["read"] is None
    assert shown(owner) == []


def test_findings_tell_nothing_read_without_that_right(client, acme, make_key, owner, upload):
    material = upload(owner)
    read_as_card(material, number=OTHER_NUMBER, name="王小明")
    narrow, wide = make_key(acme, "verifications:write"), make_key(acme)
    told, whole = (post(client, key, form(material)).json()["findings"] for key in (narrow, wide))
    for name in ("code", "level", "field", "fix"):
        assert [one[name] for one in told] == [one[name] for one in whole]
    assert "王小明" in str(whole)
    assert "王小明" not in str(told)
    for one in told:
        assert [seen for seen in one["evidence_data"] if seen["params"]] == []
        assert one["places"] == [{"picture": material.public_id, "box": None}]


def test_mended_picture_is_told(client, headers, acme, inside, material):
    with inside(acme):
        type(material).objects.filter(pk=material.pk).update(format="png")
        Rendition.objects.create(
            account=acme,
            material=material,
            profile="aliyun",
            state="ready",
            changes=["format"],
            format="jpeg",
            bytes=60_000,
            width=material.width,
            height=material.height,
            storage_name="ab/cd",
        )
    body = post(client, headers, form(material, profile="aliyun")).json()
    assert body["ready"] is True
    assert levels(body)["image_format_unsupported"] == "info"
    (mended,) = body["mended"]
    assert (mended["picture"], mended["format"]) == (material.public_id, "jpeg")
    assert [change["code"] for change in mended["changes"]] == ["format"]
    assert mended["changes"][0]["message"]


def test_picture_that_can_not_be_mended_blocks(client, headers, acme, inside, material):
    with inside(acme):
        type(material).objects.filter(pk=material.pk).update(format="png")
        Rendition.objects.create(
            account=acme,
            material=material,
            profile="aliyun",
            state="impossible",
            code="image_too_large",
        )
    body = post(client, headers, form(material, profile="aliyun")).json()
    assert body["ready"] is False
    assert levels(body)["image_too_large"] == "block"


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_queries_for_several_pictures(
    client, headers, owner, upload, count, django_assert_num_queries
):
    materials = [upload(owner) for _ in range(count)]
    for one in materials:
        read_as_card(one)
    data = form(materials[0], materials=[one.public_id for one in materials])
    post(client, headers, data)
    # the key 5, the fence 4 times 4 (each with its savepoint), materials, what is wanted 4,
    # readings and renditions, restrictions, the log 6
    with django_assert_num_queries(37):
        assert post(client, headers, data).status_code == 200
