"""Two requests at once neither send twice nor try twice."""

import threading

import pytest
from django.db import connection

from registrar.accounts.models import StepUpChallenge
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import send_code, verify_code
from registrar.errors import ServiceError
from registrar.tenancy.context import acting_as

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """Run the calls at the same time; what each refused, or "done"."""
    start, results = threading.Barrier(len(calls)), []

    def run(call):
        try:
            start.wait(10)
            call()
            results.append("done")
        except ServiceError as error:
            results.append(error.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(results)


def test_two_sendings_at_once_send_one_code(owner, sender):
    def send():
        send_code(actor=owner, purpose=Purpose.PUSH)

    assert at_once(send, send, send) == ["code_sent_recently", "code_sent_recently", "done"]
    assert len(sender.sent) == 1


def test_many_wrong_tries_at_once_are_all_counted(owner, sender):
    send_code(actor=owner, purpose=Purpose.PUSH)
    wrong = f"{(int(sender.last_code()) + 1) % 10**6:06d}"

    def guess():
        verify_code(actor=owner, purpose=Purpose.PUSH, code=wrong)

    results = at_once(*[guess] * 8)
    assert results == ["code_tries_used_up"] * 3 + ["code_wrong"] * 5
    with acting_as(owner):
        assert StepUpChallenge.objects.get().tries_left == 0
