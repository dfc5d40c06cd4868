"""Two reviewers who decide at the same moment, each going on to a case of the other's account."""

import threading

import pytest
from django.db import connection

from verification.review import moving_on
from verification.services.submissions import claim_submission

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nobody_forwards(monkeypatch):
    """What the broker would hurry stays due."""
    monkeypatch.setattr("registrar.jobs.hurry", lambda task, *ids: None)


def test_both_decisions_stand_and_both_go_on_to_the_other_account(
    acme, globex, rita, rex, submit, browser, page, fresh, monkeypatch
):
    cases = {rita: submit(acme, "a.com"), rex: submit(globex, "b.com")}
    following = {rita: submit(globex, "c.com"), rex: submit(acme, "d.com")}
    clients = {user: browser(user) for user in cases}
    for user, case in cases.items():
        clients[user].post(page("claim", case))
    both_decided = threading.Barrier(2)

    def claim_the_others(*, actor, rather_not):
        both_decided.wait(10)
        user = rita if actor.user_id == rita.pk else rex
        return claim_submission(actor=actor, submission=following[user])

    monkeypatch.setattr(moving_on, "claim_next", claim_the_others)
    answers, broken = {}, []

    def approve(user):
        try:
            answers[user] = clients[user].post(page("approve", cases[user])).url
        except Exception as error:
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=approve, args=(user,)) for user in cases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert broken == []
    assert answers == {user: page("decide", following[user]) for user in cases}
    assert {fresh(case).state for case in cases.values()} == {"at_authority"}


def test_decision_stands_where_the_next_case_can_not_be_claimed(
    acme, rita, submit, browser, page, fresh, monkeypatch
):
    def breaks(*, actor, rather_not):
        raise RuntimeError("the next one")

    case = submit(acme, "a.com")
    client = browser(rita)
    client.post(page("claim", case))
    monkeypatch.setattr(moving_on, "claim_next", breaks)
    with pytest.raises(RuntimeError, match="the next one"):
        client.post(page("approve", case))
    assert fresh(case).state == "at_authority"
