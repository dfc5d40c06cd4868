"""Two at once tell nobody twice."""

import datetime as dt
import threading

import pytest
from django.core import mail
from django.db import connection

from registrar.notices import tasks
from registrar.notices.models import Notice, NoticePreference
from registrar.notices.recipients import Wish
from registrar.notices.services import change_preferences
from registrar.tenancy.context import acting_as

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(call, *, times):
    """What each of the calls gave back."""
    start, results = threading.Barrier(times), []

    def run():
        try:
            start.wait(10)
            results.append(call())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def test_the_same_told_four_times_at_once_is_told_once(acme, alice, bob, tell, inside):
    results = at_once(lambda: tell(acme, "one.com"), times=4)
    assert len(results) == 4
    assert sum(results) == 2
    with inside(acme):
        assert Notice.objects.count() == 2


def test_one_mail_taken_by_three_workers_is_sent_once(acme, alice, tell, inside):
    tell(acme, "one.com")
    with inside(acme):
        Notice.objects.update(due_at=dt.datetime.now(dt.UTC))
    at_once(lambda: tasks.mail_notices(acme.pk, alice.pk, "reviews"), times=3)
    assert len(mail.outbox) == 1


def test_form_that_is_sent_twice_at_once_is_saved(owner, acme, inside):
    def save():
        with acting_as(owner):
            return change_preferences(actor=owner, wishes={"plans": Wish(by_mail=False)})

    assert sorted(at_once(save, times=2)) == [False, True]
    with inside(acme):
        assert NoticePreference.objects.count() == 1
