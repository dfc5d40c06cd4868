"""A sign of life: asked outside of any transaction, told in words, and the circuit hears of it."""

import datetime as dt

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from verification.authorities import trial_views
from verification.authorities.port import AuthorityError
from verification.authorities.simulated.faults import Fault, inject
from verification.models import Authority

# The view opens its own transactions; whether it calls outside of them shows only for real.
pytestmark = pytest.mark.django_db(transaction=True)


def page(name, row):
    return reverse(f"admin:verification_authority_{name}", args=[row.pk])


class _Called:
    """An authority that notes how it was called and answers with `kind` of trouble, or well."""

    def __init__(self, kind=""):
        self.kind = kind
        self.rows = []

    def __call__(self, row):
        self.rows.append(row)
        return self

    def probe(self):
        assert not connection.in_atomic_block
        if self.kind:
            raise AuthorityError(self.kind)


@pytest.fixture
def called(monkeypatch):
    def make(kind=""):
        authority = _Called(kind)
        monkeypatch.setattr(trial_views, "get_authority", authority)
        return authority

    return make


def test_answer_closes_an_open_circuit(called, make_authority, olga, browse, fresh, history):
    row = make_authority(failures=7, open_until=timezone.now() + dt.timedelta(hours=1))
    authority = called()
    answer = browse(olga).post(page("try", row), follow=True)
    assert answer.redirect_chain == [(page("status", row), 302)]
    assert "It answers as it should." in answer.text
    assert [r.pk for r in authority.rows] == [row.pk]
    now = fresh(row)
    assert (now.failures, now.open_until) == (0, None)
    assert now.last_ok_at is not None
    assert [(c.action, c.after) for c in history()[1:]] == [("tried", {"answer": "ok"})]


def test_trouble_is_told_in_words_with_what_to_do(
    called, make_authority, olga, browse, fresh, history
):
    row = make_authority(failures=7, open_until=timezone.now() + dt.timedelta(minutes=1))
    until = fresh(row).open_until
    called("status_401")
    text = browse(olga).post(page("try", row), follow=True).text
    assert "It refused our key. Compare our key&#x27;s id and secret" in text
    now = fresh(row)
    assert (now.last_error, now.failures) == ("status_401", 8)
    assert now.open_until > until
    assert history()[-1].after == {"answer": "status_401"}


def test_error_of_our_own_is_not_blamed_on_the_authority(
    monkeypatch, make_authority, olga, browse, fresh, history
):
    row = make_authority()
    monkeypatch.setattr(trial_views, "get_authority", lambda row: 1 / 0)
    text = browse(olga).post(page("try", row), follow=True).text
    assert "The call broke off on our side" in text
    assert (fresh(row).last_error, fresh(row).failures) == ("", 0)
    assert history()[-1].after == {"answer": "own_error"}


def test_trying_twice_calls_twice_and_changes_nothing_else(
    called, make_authority, olga, browse, fresh, history
):
    row = make_authority(paused_at=timezone.now(), pause_reason="why")
    authority = called()
    client = browse(olga)
    for _ in range(2):
        client.post(page("try", row))
    assert len(authority.rows) == 2
    assert fresh(row).pause_reason == "why"
    assert [c.action for c in history()] == ["added", "tried", "tried"]


def test_simulated_authority_is_asked_for_real(as_staff, olga, browse, fresh):
    with as_staff():
        row = Authority.objects.create(code="sim", name="Sim", adapter="simulated")
    client = browse(olga)
    assert "It answers as it should." in client.post(page("try", row), follow=True).text
    inject(Fault.NO_ANSWER)
    assert "It did not answer in time" in client.post(page("try", row), follow=True).text
    assert fresh(row).failures == 1


def test_only_operators_try(called, make_authority, rita, stan, alice, olga, browse):
    row = make_authority()
    authority = called()
    assert browse(rita).post(page("try", row)).status_code == 403
    assert browse(stan).post(page("try", row)).status_code == 403
    assert browse(alice).post(page("try", row)).url.startswith("/admin/login/")
    assert browse(olga).get(page("try", row)).url == page("status", row)
    row.pk += 999
    assert browse(olga).post(page("try", row)).status_code == 404
    assert authority.rows == []
