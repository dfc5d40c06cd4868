"""POST /verifications/{id}/resubmit and /verifications/{id}/reminder."""

import pytest

from registrar.tenancy.context import acting_as
from tests.verification.data import NUMBER
from verification.models import Submission

from .conftest import BLURRED, SAFE_DAY

pytestmark = pytest.mark.django_db
URL = "/api/v1/verifications"


@pytest.fixture
def call(client, acme, make_key):
    headers = make_key(acme)

    def send(method, submission, path, body=None, headers=headers):
        return getattr(client, method)(
            f"{URL}/{submission.public_id}/{path}",
            body if body is not None else {},
            content_type="application/json",
            headers=headers,
        )

    return send


def test_resubmission_answers_with_the_new_submission(call, timed_out):
    answer = call("post", timed_out, "resubmit")
    assert answer.status_code == 201
    body = answer.json()
    assert (body["state"], body["attempt"]) == ("submitted", 2)
    assert body["template"].startswith("tpl_")
    assert NUMBER not in answer.text


def test_second_call_is_a_conflict(call, timed_out, owner):
    call("post", timed_out, "resubmit")
    answer = call("post", timed_out, "resubmit")
    assert (answer.status_code, answer.json()["code"]) == (409, "superseded")
    with acting_as(owner):
        assert Submission.objects.count() == 2


def test_before_the_safe_day_the_refusal_says_until_when(call, waiting):
    answer = call("post", waiting, "resubmit")
    assert answer.status_code == 409
    body = answer.json()
    assert body["code"] == "resubmission_blocked"
    assert body["blocked_until"] == SAFE_DAY
    assert [error["code"] for error in body["errors"]] == ["too_early"]
    assert call("post", waiting, "resubmit", {"anyway": True}).status_code == 201


def test_failure_that_must_be_corrected_is_refused(call, clock, submitted, fail):
    answer = call("post", fail(submitted, BLURRED), "resubmit", {"anyway": True})
    body = answer.json()
    assert answer.status_code == 409
    assert "blocked_until" not in body
    assert [error["code"] for error in body["errors"]] == ["correction_needed"]


def test_reminder_tells_the_day_and_takes_the_issue_date(call, waiting):
    body = call("get", waiting, "reminder").json()
    assert body["safe_from"] == body["reminder"]["due_on"] == SAFE_DAY
    assert body["counted_from"] == "2026-03-02"
    assert body["issue_date_known"] is False
    assert body["unchanged"]["may_insist"] is True
    body = call("post", waiting, "reminder", {"issued_on": "2026-02-25"}).json()
    assert body["safe_from"] == "2026-03-10"
    assert body["reminder"]["issued_on"] == body["counted_from"] == "2026-02-25"
    body = call("delete", waiting, "reminder").json()
    assert body["reminder"] is None
    assert body["safe_from"] == "2026-03-10"


def test_unreasonable_date_names_its_field(call, waiting):
    answer = call("post", waiting, "reminder", {"issued_on": "2027-01-01"})
    assert answer.status_code == 400
    assert [(e["field"], e["code"]) for e in answer.json()["errors"]] == [
        ("issued_on", "issued_in_future")
    ]


@pytest.mark.parametrize("body", [{"issued_on": "soon"}, {"when": "2026-02-25"}, {"issued_on": 1}])
def test_senseless_body_is_refused(body, call, waiting):
    assert call("post", waiting, "reminder", body).status_code == 400


def test_open_submission_has_no_reminder(call, submitted):
    for method in ("get", "post", "delete"):
        assert call(method, submitted, "reminder").status_code == 409


def test_key_without_the_scope_may_only_look(call, acme, make_key, waiting):
    reading = make_key(acme, "verifications:read")
    assert call("get", waiting, "reminder", headers=reading).status_code == 200
    for method, path in (("post", "reminder"), ("delete", "reminder"), ("post", "resubmit")):
        assert call(method, waiting, path, headers=reading).status_code == 403


def test_stranger_gets_404(call, globex, make_key, waiting):
    theirs = make_key(globex)
    for method, path in (("get", "reminder"), ("post", "reminder"), ("post", "resubmit")):
        assert call(method, waiting, path, headers=theirs).status_code == 404


def test_reminders_of_the_account_are_listed_and_nobody_elses(
    call, client, acme, globex, make_key, timed_out
):
    call("post", timed_out, "reminder")
    listed = client.get("/api/v1/reminders?state=waiting", headers=make_key(acme)).json()
    assert [item["verification"] for item in listed["items"]] == [timed_out.public_id]
    assert listed["items"][0]["template"].startswith("tpl_")
    assert client.get("/api/v1/reminders", headers=make_key(globex)).json()["items"] == []
