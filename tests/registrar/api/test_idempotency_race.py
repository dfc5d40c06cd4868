"""Two calls with one key at the same time: one effect, and nobody is told otherwise."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from registrar.accounts.models import Account
from registrar.tenancy.context import acting_as
from tests.registrar.api import views

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.registrar.api.views"),
]
TALLY, OUTSIDE = "/api/test/tally", "/api/test/outside"


def marks(owner):
    with acting_as(owner):
        return Account.objects.get().name.count("!")


def send(client, path):
    try:
        return client.post(
            path, {}, content_type="application/json", headers={"Idempotency-Key": "k"}
        )
    finally:
        connection.close()


@pytest.mark.parametrize("path", [TALLY, OUTSIDE])
def test_call_whose_first_still_runs_is_told_to_come_back(holding_key, owner, path, monkeypatch):
    client, meanwhile = holding_key("domains:write"), []

    def try_again():
        with ThreadPoolExecutor(1) as pool:
            meanwhile.append(pool.submit(send, client, path).result(30))

    monkeypatch.setattr(views.TallyView, "during", try_again)
    assert send(client, path).status_code == 201
    (second,) = meanwhile
    assert (second.status_code, second.json()["code"]) == (409, "idempotency_in_progress")
    assert int(second["Retry-After"]) >= 1
    assert send(client, path)["Idempotency-Replayed"] == "true"
    assert marks(owner) == 1


def test_many_at_once_have_one_effect(holding_key, owner):
    client, start = holding_key("domains:write"), threading.Barrier(6)

    def together(_number):
        start.wait(30)
        return send(client, TALLY)

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(together, range(6)))
    firsts = [a for a in answers if a.status_code == 201 and "Idempotency-Replayed" not in a]
    others = [a for a in answers if a not in firsts]
    assert len(firsts) == 1
    assert {a.status_code for a in others} <= {201, 409}
    assert marks(owner) == 1
