"""Calls with an Idempotency-Key: one effect, one answer, for 24 hours."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.utils import timezone

from registrar.accounts.models import Account, ApiKey
from registrar.api.models import IdempotentCall
from registrar.api.tasks import sweep_idempotent_calls
from registrar.tenancy.context import acting_as
from tests.registrar.api import views

pytestmark = pytest.mark.urls("tests.registrar.api.views")
TALLY, OUTSIDE = "/api/test/tally", "/api/test/outside"


@pytest.fixture
def client_with_key(holding_key):
    return holding_key("domains:read", "domains:write")


@pytest.fixture
def marks(owner, acme):
    """How often something was done."""

    def count():
        with acting_as(owner):
            return Account.objects.get().name.count("!")

    return count


@pytest.fixture
def calls(owner):
    """What is kept, changed by `calls(field=…)` first."""

    def found(**changes):
        with acting_as(owner):
            if changes:
                IdempotentCall.objects.update(**changes)
            return list(IdempotentCall.objects.all())

    return found


def post(client, body=None, *, key="k-1", path=TALLY, **headers):
    sent = {"Idempotency-Key": key} | headers if key is not None else headers
    return client.post(path, body or {}, content_type="application/json", headers=sent)


@pytest.mark.parametrize("path", [TALLY, OUTSIDE])
def test_repeated_call_has_one_effect_and_the_same_answer(client_with_key, marks, path):
    first = post(client_with_key, {"a": "名"}, path=path)
    second = post(client_with_key, {"a": "名"}, path=path)
    assert marks() == 1
    assert (first.status_code, first["Location"]) == (201, "/there")
    assert (second.status_code, second["Location"]) == (201, "/there")
    assert second.content == first.content
    assert "Idempotency-Replayed" not in first
    assert second["Idempotency-Replayed"] == "true"


def test_answer_without_a_body_is_repeated_too(client_with_key, marks):
    for _ in range(2):
        answer = client_with_key.patch(TALLY, headers={"Idempotency-Key": "k"})
        assert (answer.status_code, answer.content) == (204, b"")
    assert marks() == 1


def test_calls_without_a_key_are_each_carried_out(client_with_key, marks, calls):
    post(client_with_key, key=None)
    post(client_with_key, key=None)
    assert (marks(), calls()) == (2, [])


@pytest.mark.parametrize("key", ["", " ", "x" * 256, "schlüssel", "a\tb", "a\x7fb"])
def test_key_that_is_none_is_refused_by_name(client_with_key, marks, key):
    answer = post(client_with_key, key=key)
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid_idempotency_key"
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"
    assert marks() == 0


@pytest.mark.parametrize("key", ["x" * 255, '"8e03978e-40d5-43e8-bc93-6894a57f9324"', "a b~"])
def test_any_printable_text_is_a_key(client_with_key, key):
    assert post(client_with_key, key=key).status_code == 201
    assert post(client_with_key, key=key)["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize(
    ("path", "body"), [(TALLY, {"a": 2}), (f"{TALLY}?dry_run=false", {"a": 1}), (OUTSIDE, {"a": 1})]
)
def test_same_key_for_another_call_is_refused(client_with_key, marks, path, body):
    post(client_with_key, {"a": 1})
    answer = post(client_with_key, body, path=path)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert marks() == 1


def test_another_key_of_the_account_may_use_the_same_text(client_with_key, holding_key, marks):
    post(client_with_key)
    assert "Idempotency-Replayed" not in post(holding_key("domains:write"))
    assert marks() == 2


def test_another_account_may_use_the_same_text(
    client_with_key, holding_key, globex, gina, actor_of
):
    post(client_with_key)
    theirs = holding_key("domains:write", actor=actor_of(globex, gina))
    assert "Idempotency-Replayed" not in post(theirs)


@pytest.mark.parametrize("path", [TALLY, OUTSIDE])
def test_refusal_is_not_kept_and_the_retry_runs_anew(client_with_key, marks, calls, path):
    for _ in range(2):
        answer = post(client_with_key, {"refuse": True}, path=path)
        assert (answer.status_code, answer.json()["code"]) == (409, "operation_blocked")
        assert "Idempotency-Replayed" not in answer
    assert (marks(), calls()) == (0, [])
    assert post(client_with_key, {"refuse": False}, path=path).status_code == 201


def test_crash_frees_the_key(client_with_key, marks, calls, monkeypatch):
    client_with_key.raise_request_exception = False
    monkeypatch.setattr(views.TallyView, "during", lambda: 1 / 0)
    assert post(client_with_key).status_code == 500
    assert (marks(), calls()) == (0, [])


def test_broken_body_uses_no_key(client_with_key, calls):
    assert post(client_with_key, "{").status_code == 400
    assert post(client_with_key, "x" * 3_000_000).status_code == 413
    assert calls() == []


def test_replay_asks_for_the_scope_again(client_with_key, owner):
    post(client_with_key)
    with acting_as(owner):
        ApiKey.objects.update(scopes=["domains:read"])
    assert post(client_with_key).status_code == 403


def test_answer_is_not_repeated_to_a_key_that_may_see_less(client_with_key, owner):
    post(client_with_key)
    with acting_as(owner):
        ApiKey.objects.update(scopes=["domains:write"])
    answer = post(client_with_key)
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")


def test_revoked_key_gets_nothing_repeated(client_with_key, owner):
    post(client_with_key)
    with acting_as(owner):
        ApiKey.objects.update(revoked_at=timezone.now())
    assert post(client_with_key).status_code == 401


def test_call_whose_process_died_is_taken_over_once_its_lease_is_over(
    client_with_key, marks, calls, owner
):
    post(client_with_key)
    calls(status=None, body=None)
    waiting = post(client_with_key)
    assert (waiting.status_code, waiting.json()["code"]) == (409, "idempotency_in_progress")
    assert int(waiting["Retry-After"]) >= 1
    assert marks() == 1
    calls(leased_until=timezone.now() - dt.timedelta(seconds=1))
    assert post(client_with_key).status_code == 201
    assert marks() == 2
    assert post(client_with_key)["Idempotency-Replayed"] == "true"


def test_late_first_is_undone_when_another_took_its_call_over(
    client_with_key, marks, calls, monkeypatch
):
    def take_over():
        (call,) = IdempotentCall.objects.all()
        IdempotentCall.objects.filter(pk=call.pk).update(attempt="0" * 32)

    monkeypatch.setattr(views.TallyView, "during", take_over)
    answer = post(client_with_key)
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency_in_progress")
    assert marks() == 0


def test_key_may_be_used_anew_after_its_day(client_with_key, marks, calls):
    post(client_with_key, {"a": 1})
    calls(expires_at=timezone.now())
    assert post(client_with_key, {"a": 2}).json() == {"got": {"a": 2}}
    assert post(client_with_key, {"a": 2})["Idempotency-Replayed"] == "true"
    assert marks() == 2


def test_sweep_deletes_what_is_over_in_every_account_and_nothing_else(client_with_key, calls):
    post(client_with_key, key="old")
    calls(expires_at=timezone.now())
    post(client_with_key, key="new")
    sweep_idempotent_calls()
    sweep_idempotent_calls()
    assert [call.key for call in calls()] == ["new"]


def test_answer_and_fingerprint_lie_sealed_in_the_database(client_with_key, calls):
    post(client_with_key, {"number": "11010519491231002X"})
    (call,) = calls()
    assert json.loads(call.body) == {"got": {"number": "11010519491231002X"}}
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('registrar.account', %s, true)", [str(call.account_id)])
        cursor.execute("SELECT c::text FROM api_idempotentcall c")
        (stored,) = cursor.fetchone()
    assert b"11010519491231002X".hex() not in stored
    assert call.fingerprint not in stored


def test_dry_run_uses_no_key(client_with_key, marks, calls):
    answer = post(client_with_key, path=f"{TALLY}?dry_run=true")
    assert answer.status_code == 201
    assert (marks(), calls()) == (0, [])
