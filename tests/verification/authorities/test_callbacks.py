"""The door for authorities: signed or refused, carried out once, nobody else's cases."""

import datetime as dt
import json
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.verification.authorities.signed import BEFORE, COLUMNS, PLACE, THEIRS, callback_headers
from verification.authorities.reference.options import Key
from verification.models import Authority, Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority(as_staff, db):
    with as_staff():
        return Authority.objects.create(**COLUMNS)


@pytest.fixture
def at_outside(handed_over, authority, inside, acme):
    with inside(acme):
        Submission.objects.filter(pk=handed_over.pk).update(authority=authority)
    return handed_over


@pytest.fixture
def call(client):
    def send(body, *, headers=None, path=PLACE, content_type="application/json", **signed):
        told = callback_headers(body, path=path, **signed) if headers is None else headers
        told = {name: value for name, value in told.items() if name != "Content-Type"}
        return client.post(path, data=body, content_type=content_type, headers=told)

    return send


def said(submission, **changes):
    told = {
        "message_id": "msg_1",
        "transaction_id": str(submission.transaction_id),
        "standing": "passed",
        "messages": [],
        "decided_at": "2026-06-01T10:00:00+08:00",
    }
    return json.dumps(told | changes).encode()


def test_signed_callback_is_carried_out(call, at_outside, reread, answers_of):
    assert call(said(at_outside)).status_code == 204
    assert reread(at_outside).state == "passed"
    (answer,) = answers_of(at_outside)
    assert (answer.via, answer.effect, answer.message_id) == ("callback", "applied", "msg_1")
    assert answer.decided_at.isoformat() == "2026-06-01T02:00:00+00:00"


def test_redelivery_is_taken_and_changes_nothing(call, at_outside, answers_of):
    body = said(at_outside)
    assert [call(body).status_code for _ in range(3)] == [204] * 3
    assert len(answers_of(at_outside)) == 1


def test_the_secret_before_still_counts_while_they_change_over(call, at_outside, reread):
    assert call(said(at_outside), key=BEFORE).status_code == 204
    assert reread(at_outside).state == "passed"


@pytest.mark.parametrize(
    "key",
    [Key(THEIRS.key_id, "another secret"), Key("another-key", THEIRS.secret)],
    ids=["secret", "key id"],
)
def test_wrong_key_is_refused(call, at_outside, reread, key):
    answer = call(said(at_outside), key=key)
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert reread(at_outside).state == "at_authority"


def test_unknown_authority_looks_like_a_wrong_signature(call, at_outside):
    answer = call(said(at_outside), path="/authority-callbacks/nobody/")
    assert answer.status_code == 401


def test_simulated_authority_has_no_door(call, at_outside, as_staff, authority):
    with as_staff():
        Authority.objects.filter(pk=authority.pk).update(adapter="simulated")
    assert call(said(at_outside)).status_code == 401


def test_body_that_was_changed_on_the_way_is_refused(call, at_outside):
    headers = callback_headers(said(at_outside))
    changed = said(at_outside, standing="failed", messages=["x"])
    assert call(changed, headers=headers).status_code == 401


def test_signature_for_another_place_is_refused(call, at_outside):
    headers = callback_headers(said(at_outside), path="/authority-callbacks/other/")
    assert call(said(at_outside), headers=headers).status_code == 401


@pytest.mark.parametrize("minutes", [-7, 7])
def test_too_old_and_too_early_are_refused(call, at_outside, time_machine, minutes):
    now = dt.datetime.now(dt.UTC)
    time_machine.move_to(now + dt.timedelta(minutes=minutes), tick=False)
    headers = callback_headers(said(at_outside))
    time_machine.move_to(now, tick=False)
    assert call(said(at_outside), headers=headers).status_code == 401


def test_case_of_another_authority_looks_like_no_case(call, handed_over, authority, reread):
    refused = call(said(handed_over))
    unknown = call(said(handed_over, transaction_id=str(uuid.uuid4()), message_id="msg_2"))
    assert (refused.status_code, unknown.status_code) == (404, 404)
    assert refused.json()["code"] == unknown.json()["code"] == "unknown_case"
    assert reread(handed_over).state == "at_authority"


@pytest.mark.parametrize(
    "changes",
    [
        {"standing": "perhaps"},
        {"standing": "unknown"},
        {"standing": None},
        {"standing": "failed"},
        {"messages": ["why"]},
        {"messages": "why"},
        {"standing": "failed", "messages": [""]},
        {"standing": "failed", "messages": ["\x00"]},
        {"standing": "failed", "messages": ["\ud800"]},
        {"standing": "failed", "messages": [7]},
        {"standing": "failed", "messages": ["x"] * 21},
        {"standing": "failed", "messages": ["x" * 2001]},
        {"transaction_id": "nothing"},
        {"transaction_id": 7},
        {"message_id": ""},
        {"message_id": "x" * 65},
        {"message_id": None},
        {"decided_at": None},
        {"decided_at": "yesterday"},
        {"decided_at": "2026-06-01T10:00:00"},
        {"decided_at": "0001-01-01T00:00:00+08:00"},
    ],
    ids=str,
)
def test_signed_garbage_is_a_bad_request_and_changes_nothing(
    call, at_outside, reread, answers_of, changes
):
    answer = call(said(at_outside, **changes))
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed_body")
    assert (reread(at_outside).state, answers_of(at_outside)) == ("at_authority", [])


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b"{" * 5000, b"null"], ids=repr)
def test_what_is_no_object_is_no_callback(call, at_outside, body):
    assert call(body or b" ").status_code == 400


def test_what_headers_tell_is_refused_before_anything_is_asked(
    call, client, at_outside, django_assert_num_queries
):
    body = said(at_outside)
    with django_assert_num_queries(0):
        assert client.get(PLACE).status_code == 405
        assert call(body, content_type="text/plain").status_code == 415
        assert call(b"x" * 70_000, headers={}).status_code == 413
        assert call(body, headers={}).status_code == 401
        assert call(body, path=f"{PLACE}?x=1").status_code == 400


def test_refused_callback_costs_one_question(call, at_outside, django_assert_max_num_queries):
    # Entering and leaving the fence, and the one question in between.
    with django_assert_max_num_queries(5):
        call(said(at_outside), key=Key(THEIRS.key_id, "another"))


_text = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=80)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(signed=_text, signature=_text, digest=_text)
def test_no_header_whatever_breaks_the_door(call, authority, signed, signature, digest):
    headers = {"Signature-Input": signed, "Signature": signature, "Content-Digest": digest}
    assert call(b"{}", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "signed",
    [
        'zm=();keyid="authority-1"',
        'zm=("@method" "@authority" "@path" "content-type");created=1;keyid="authority-1"',
        'zm=("@method" "@method");created=99999999999999;keyid="authority-1"',
        'zm=("@status");created=1;alg="none";keyid="authority-1";tag="zhengming-callback"',
        'zm=("nothing";bs;sf;tr);created=1;tag="zhengming-callback";keyid="authority-1"',
    ],
)
def test_crafted_signature_input_is_refused(call, authority, signed):
    headers = {"Signature-Input": signed, "Signature": "zm=:AAAA:"}
    assert call(b"{}", headers=headers).status_code == 401
