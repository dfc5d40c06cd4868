import pytest

from registrar.tenancy.context import acting_as
from tests.verification.data import NUMBER, OTHER_NUMBER
from verification.models import Submission
from verification.services.deciding import approve_submission
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    claim_submission,
    fail_submission,
    record_outcome,
    submit_verification,
)

pytestmark = pytest.mark.django_db
URL = "/api/v1/verifications"
KNOWN = "注册者证件号码填写有误，请输入与证件照片一致的证件号码"


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme)


@pytest.fixture
def at_authority(submitted, reviewer):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        return approve_submission(actor=reviewer, submission=submitted)


def post(client, headers, data, path=""):
    return client.post(URL + path, data, content_type="application/json", headers=headers)


def test_template_is_handed_in(client, headers, acme, owner, make_template, upload):
    template, material = make_template(acme), upload(owner)
    answer = post(
        client,
        headers,
        {
            "template": template.public_id,
            "document_type": "SFZ",
            "document_number": NUMBER,
            "materials": [material.public_id],
            "confirmed_warnings": [],
        },
    )
    assert answer.status_code == 201
    body = answer.json()
    assert body["state"] == "submitted"
    assert body["template"] == template.public_id
    assert body["materials"] == [material.public_id]
    assert NUMBER not in answer.content.decode()
    assert body["failure"] is None
    assert client.get(f"{URL}/{body['id']}", headers=headers).json() == body


def test_domain_is_handed_in_by_its_name(client, headers, acme, owner, make_domain, upload):
    make_domain(acme, "acme.com")
    answer = post(
        client,
        headers,
        {
            "domain": "ACME.com",
            "document_type": "SFZ",
            "document_number": NUMBER,
            "materials": [upload(owner).public_id],
        },
    )
    assert answer.status_code == 201
    assert answer.json()["domain"] == "acme.com"


def test_failed_one_carries_the_explained_failure(client, headers, at_authority, owner):
    with acting_as(owner):
        record_outcome(
            actor=owner,
            submission_id=at_authority.pk,
            passed=False,
            raw_messages=[KNOWN, "全新的说法"],
        )
    failure = client.get(f"{URL}/{at_authority.public_id}", headers=headers).json()["failure"]
    assert failure["stage"] == "authority"
    assert failure["raw_messages"] == [KNOWN, "全新的说法"]
    assert failure["unknown"] == ["全新的说法"]
    assert failure["guidance"]
    reason = failure["reasons"][0]
    assert (reason["code"], reason["next"]) == ("number_mismatch", "retry")
    cause = reason["causes"][0]
    assert (cause["code"], cause["verdict"]) == ("number_mismatch", "unknown")
    assert cause["fix"]


def test_note_for_staff_never_leaves(client, headers, submitted, reviewer):
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        fail_submission(
            actor=reviewer,
            submission=submitted,
            reasons=[ReasonAt("materials_unclear")],
            note_to_user="Please scan again",
            note_to_staff="SECRET",
        )
    text = client.get(f"{URL}/{submitted.public_id}", headers=headers).content.decode()
    assert "Please scan again" in text
    assert "SECRET" not in text


def test_stranger_finds_nothing(client, submitted, globex, make_key):
    foreign = make_key(globex)
    path = f"/{submitted.public_id}"
    assert client.get(URL + path, headers=foreign).status_code == 404
    assert post(client, foreign, {}, f"{path}/withdraw").status_code == 404
    assert client.get(URL, headers=foreign).json() == {"items": [], "next": None}
    theirs = {"template": submitted.template.public_id, "materials": []}
    answer = post(client, foreign, theirs)
    assert [(e["field"], e["code"]) for e in answer.json()["errors"]] == [("template", "not_found")]


@pytest.mark.parametrize(
    ("data", "field", "code"),
    [
        ({"materials": []}, "template", "exactly_one"),
        ({"template": "nonsense", "materials": []}, "template", "not_found"),
        ({"domain": "nobody.example", "materials": []}, "domain", "not_found"),
        ({"template": "x"}, "materials", "required"),
        ({"template": "x", "materials": [], "colour": 1}, "colour", "unknown_field"),
        ({"template": ["x"], "materials": []}, "template", "invalid"),
        ({"template": "x", "materials": "y"}, "materials", "not_a_list"),
        ([], "", "invalid"),
    ],
)
def test_junk_is_named(client, headers, data, field, code):
    answer = post(client, headers, data)
    assert answer.status_code == 400
    assert (field, code) in {(e["field"], e["code"]) for e in answer.json()["errors"]}


def test_unknown_material_is_named_by_position(client, headers, acme, make_template, owner, upload):
    materials = [upload(owner).public_id, "mat_nothing"]
    data = {"template": make_template(acme).public_id, "materials": materials}
    errors = post(client, headers, data).json()["errors"]
    assert [(e["field"], e["code"]) for e in errors] == [("materials.1", "not_found")]


def test_wrong_number_is_refused_without_repeating_it(
    client, headers, acme, make_template, owner, upload
):
    data = {
        "template": make_template(acme).public_id,
        "document_number": OTHER_NUMBER,
        "materials": [upload(owner).public_id],
    }
    answer = post(client, headers, data)
    assert answer.status_code == 400
    assert OTHER_NUMBER not in answer.content.decode()


# state → what withdrawing answers
WALK = {
    "submitted": 200,
    "in_review": 200,
    "at_authority": 409,
    "passed": 409,
    "failed": 409,
    "withdrawn": 409,
}


@pytest.mark.parametrize("state", WALK)
def test_withdrawal_state_by_state(client, headers, submitted, owner, state):
    stage = "authority" if state == "failed" else ""
    with acting_as(owner):
        Submission.objects.filter(pk=submitted.pk).update(state=state, stage=stage)
    answer = post(client, headers, {}, f"/{submitted.public_id}/withdraw")
    assert answer.status_code == WALK[state]
    if answer.status_code == 200:
        assert answer.json()["state"] == "withdrawn"
    else:
        assert answer.json()["code"] == "state_conflict"


def test_list_filters_and_refuses_unknown_parameters(client, headers, submitted):
    def ids(query):
        body = client.get(f"{URL}?{query}", headers=headers).json()
        return [item["id"] for item in body["items"]]

    assert ids("") == ids("state=submitted") == [submitted.public_id]
    assert ids(f"template={submitted.template.public_id}") == [submitted.public_id]
    assert ids("state=failed") == []
    for query in ("state=nonsense", "order=x", "template=nonsense", "domain=nobody.example"):
        answer = client.get(f"{URL}?{query}", headers=headers)
        assert (answer.status_code, len(answer.json()["errors"])) == (400, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_the_same_queries_however_long(
    client, headers, acme, owner, make_domain, upload, count, django_assert_num_queries
):
    for number in range(count):
        domain = make_domain(acme, f"acme{number}.com")
        material = upload(owner)
        with acting_as(owner):
            submit_verification(
                actor=owner,
                domain=domain,
                document_type="SFZ",
                document_number=NUMBER,
                materials=[material],
            )
    client.get(URL, headers=headers)
    # the key 5, the fence 4 (each with its savepoint), rows, links, materials, requests for more
    with django_assert_num_queries(13):
        assert len(client.get(URL, headers=headers).json()["items"]) == count


def test_scope_is_needed(client, acme, make_key, submitted):
    reader = make_key(acme, "verifications:read")
    path = f"/{submitted.public_id}"
    assert client.get(URL + path, headers=reader).status_code == 200
    assert post(client, reader, {}, f"{path}/withdraw").status_code == 403
    assert client.get(URL).status_code == 401
