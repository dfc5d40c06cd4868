"""Submissions are fetched only when new, and acted on only as they were seen."""

import pytest

pytestmark = pytest.mark.django_db
NEVER = '"0123456789abcdef"'


@pytest.fixture
def call(client, acme, make_key):
    """`call("get")`, `call("post", "/withdraw", if_match=…)` with every scope, or those given."""

    def make(submission, *scopes):
        headers = make_key(acme, *scopes)

        def send(method, path="", **conditions):
            more = {"content_type": "application/json"} if method == "post" else {}
            path = f"/api/v1/verifications/{submission.public_id}{path}"
            return getattr(client, method)(path, headers=headers | conditions, **more)

        return send

    return make


def test_submission_is_sent_again_only_when_it_is_new(call, submitted):
    send = call(submitted)
    seen = send("get")["ETag"]
    again = send("get", if_none_match=seen)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", seen)
    assert send("post", "/withdraw").status_code == 200
    anew = send("get", if_none_match=seen)
    assert (anew.status_code, anew.json()["state"]) == (200, "withdrawn")


def test_only_what_was_seen_is_withdrawn(call, submitted):
    send = call(submitted)
    seen = send("get")["ETag"]
    refused = send("post", "/withdraw", if_match=NEVER)
    assert (refused.status_code, refused.json()["code"]) == (412, "precondition_failed")
    assert send("get")["ETag"] == seen
    assert send("post", "/withdraw", if_match=seen).status_code == 200
    assert send("post", "/withdraw", if_match=seen).status_code == 412


@pytest.mark.parametrize("path", ["/resubmit", "/answers"])
def test_what_else_is_done_with_it_goes_by_its_tag(call, submitted, path):
    assert call(submitted)("post", path, if_match=NEVER).status_code == 412


def test_tag_is_the_same_in_every_language(call, submitted):
    send = call(submitted)
    assert send("get", accept_language="zh-hans")["ETag"] == send("get")["ETag"]
