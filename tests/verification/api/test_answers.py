import pytest

from tests import world

pytestmark = pytest.mark.django_db
URL = "/api/v1/verifications"
CHECK = "证件电子信息核验不合格"


@pytest.fixture
def failed(acme, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        return world.submission_of(
            acme, domain=domain, state="failed", stage="authority", raw_messages=[CHECK]
        )


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme)


def post(client, headers, submission, **data):
    path = f"{URL}/{submission.public_id}/answers"
    return client.post(path, data, content_type="application/json", headers=headers)


def cause(failure, code):
    return next(c for r in failure["reasons"] for c in r["causes"] if c["code"] == code)


def test_answer_changes_the_verdict_and_an_empty_one_withdraws_it(client, headers, failed):
    answer = post(client, headers, failed, code="special_profession", value="yes")
    assert answer.status_code == 200
    found = cause(answer.json(), "special_profession")
    assert (found["verdict"], found["answer"]) == ("confirmed", "yes")
    answer = post(client, headers, failed, code="special_profession", value="")
    found = cause(answer.json(), "special_profession")
    assert (found["verdict"], found["answer"]) == ("unknown", None)


def test_date_names_the_first_safe_day(client, headers, failed):
    day = failed.submitted_at.date().isoformat()
    failure = post(client, headers, failed, code="document_newly_issued", value=day).json()
    assert failure["safe_from"] == cause(failure, "document_newly_issued")["safe_from"]
    assert failure["safe_from"]["date"] > day


def test_one_submission_is_diagnosed_and_a_list_is_not(client, headers, failed):
    post(client, headers, failed, code="special_profession", value="no")
    one = client.get(f"{URL}/{failed.public_id}", headers=headers).json()
    assert cause(one["failure"], "special_profession")["verdict"] == "ruled_out"
    listed = client.get(URL, headers=headers).json()["items"][0]
    assert cause(listed["failure"], "special_profession")["verdict"] == "unknown"
    assert (
        cause(listed["failure"], "special_profession").keys()
        == cause(one["failure"], "special_profession").keys()
    )


def test_reverification_tells_the_same(client, headers, failed):
    post(client, headers, failed, code="special_profession", value="no")
    one = client.get(f"{URL}/{failed.public_id}", headers=headers).json()["failure"]
    other = client.get("/api/v1/domains/shop.com/reverification", headers=headers).json()
    assert other["failure"] == one


@pytest.mark.parametrize(
    "data",
    [
        {"code": "special_profession"},
        {"value": "yes"},
        {"code": "special_profession", "value": True},
        {"code": "special_profession", "value": "maybe"},
        {"code": "contact_not_person", "value": "yes"},
        {"code": "special_profession", "value": "yes", "more": "1"},
    ],
)
def test_wrong_body_is_refused(client, headers, failed, data):
    answer = post(client, headers, failed, **data)
    assert answer.status_code == 400
    assert answer.json()["errors"]


def test_reading_scope_does_not_answer(client, acme, make_key, failed):
    reader = make_key(acme, "verifications:read")
    answer = post(client, reader, failed, code="special_profession", value="yes")
    assert answer.status_code == 403


def test_another_accounts_submission_is_not_there(client, globex, make_key, failed):
    answer = post(client, make_key(globex), failed, code="special_profession", value="yes")
    assert answer.status_code == 404


def test_submission_that_has_not_failed_has_no_questions(client, headers, submitted):
    answer = post(client, headers, submitted, code="special_profession", value="yes")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_failed")
