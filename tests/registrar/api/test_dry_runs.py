"""`?dry_run=true` on any unsafe call: the same answer, and nothing changed."""

import pytest

from registrar.accounts.models import Account, Membership
from registrar.tenancy.context import acting_as
from tests.registrar.api import views

pytestmark = pytest.mark.urls("tests.registrar.api.views")
PATHS = ["/api/test/tally", "/api/test/outside"]


@pytest.fixture
def client_with_key(holding_key):
    return holding_key("domains:read", "domains:write")


def post(client, path, query="?dry_run=true", body=None):
    return client.post(f"{path}{query}", body or {}, content_type="application/json")


@pytest.mark.parametrize("path", PATHS)
def test_dry_run_answers_the_same_and_changes_nothing(
    client_with_key, acme, owner, path, django_capture_on_commit_callbacks
):
    views.TOLD.clear()
    with django_capture_on_commit_callbacks(execute=True):
        dry = post(client_with_key, path)
    with acting_as(owner):
        assert Account.objects.get().name == acme.name
    assert views.TOLD == []
    with django_capture_on_commit_callbacks(execute=True):
        real = post(client_with_key, path, "?dry_run=false")
    assert (dry.status_code, dry.content) == (real.status_code, real.content)
    assert (dry["Dry-Run"], dry["Location"]) == ("true", "/there")
    assert "Dry-Run" not in real
    assert views.TOLD == ["committed"]


@pytest.mark.parametrize("path", PATHS)
def test_dry_run_is_refused_as_the_real_call_would_be(client_with_key, path):
    dry = post(client_with_key, path, body={"refuse": True})
    assert (dry.status_code, dry.json()["code"]) == (409, "operation_blocked")
    assert dry["Dry-Run"] == "true"


def test_dry_run_asks_constraints_that_wait_for_the_commit(
    client_with_key, acme, globex, alice, monkeypatch, inside
):
    def break_a_promise():
        Membership.objects.filter(user=alice).update(user_id=-1)

    monkeypatch.setattr(views.TallyView, "during", break_a_promise)
    client_with_key.raise_request_exception = False
    assert post(client_with_key, PATHS[0]).status_code == 500


@pytest.mark.parametrize(
    "query", ["?dry_run=", "?dry_run=1", "?dry_run=True", "?dry_run=true&dry_run=false"]
)
def test_other_values_are_refused_by_name(client_with_key, owner, acme, query):
    answer = post(client_with_key, PATHS[0], query)
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert (error["field"], error["code"]) == ("dry_run", "invalid_choice")
    with acting_as(owner):
        assert Account.objects.get().name == acme.name


def test_reading_knows_no_dry_run(holding_key):
    answer = holding_key("templates:read").get("/api/v1/templates?dry_run=true")
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert (error["field"], error["code"]) == ("dry_run", "unknown_parameter")
