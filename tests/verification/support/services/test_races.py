"""Two at the same moment: one request about one thing, one answer to one message."""

import threading

import pytest
from django.db import connection

from registrar.accounts.permissions import Role
from registrar.errors import ServiceError
from registrar.oplog.integrity import first_broken
from registrar.tenancy.context import acting_as
from verification.support.about import find_about
from verification.support.models import SupportMessage, SupportRequest
from verification.support.services.closing import close_request
from verification.support.services.conversing import answer_request, reply_to_request
from verification.support.services.opening import open_request

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """What each call came to: its value, or the refusal; nothing else may go wrong."""
    start, results = threading.Barrier(len(calls)), {}

    def run(number, actor, call):
        try:
            start.wait()
            with acting_as(actor):
                results[number] = call()
        except ServiceError as refused:
            results[number] = refused
        finally:
            connection.close()

    threads = [
        threading.Thread(target=run, args=(number, actor, call))
        for number, (actor, call) in enumerate(calls)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return [results[number] for number in range(len(calls))]


def test_two_colleagues_open_one_request(acme, failed, owner, bob, actor_of, inside):
    operator = actor_of(acme, bob, Role.OPERATOR)

    def opener(actor):
        def call():
            about = find_about(actor=actor, named={"submission": failed.public_id})
            return open_request(actor=actor, about=about, text=f"from {actor.label}")

        return call

    results = at_once(*[(actor, opener(actor)) for actor in (owner, operator)])
    assert sorted(result.new for result in results) == [False, True]
    with inside(acme):
        assert SupportRequest.objects.count() == 1
        texts = set(SupportMessage.objects.values_list("text", flat=True))
    assert texts == {"from Alice", "from Bob"}


def test_answer_and_closing_by_the_customer_agree_on_the_end(
    acme, asked, owner, sue, inside, fresh
):
    answered, closed = at_once(
        (sue, lambda: answer_request(actor=sue, request=asked, text="so")),
        (owner, lambda: close_request(actor=owner, request=asked)),
    )
    assert not isinstance(closed, ServiceError)
    assert fresh(asked).state == "closed"
    with inside(acme):
        count = SupportMessage.objects.filter(request=asked).count()
        assert first_broken(acme.pk) is None
    assert count == (1 if isinstance(answered, ServiceError) else 2)


def test_form_sent_twice_at_once_is_said_once(acme, asked, owner, texts):
    def say():
        return reply_to_request(actor=owner, request=asked, text="more")

    at_once((owner, say), (owner, say))
    assert texts(asked) == ["请帮忙看看", "more"]
