"""Authorities say what nobody has heard before; Rita may map it, Stan is staff without rights."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from django.test import Client

from registrar.accounts.models import Account, User
from registrar.tenancy.actor import Actor, system_actor
from registrar.tenancy.context import acting_as
from tests import world
from verification.messages.models import UnknownMessage
from verification.models import Submission
from verification.services.outcomes import record_outcome

NEW = "授权书未加盖公章"


@pytest.fixture
def mapper(staff_actor: Actor, rita: User) -> Actor:
    return replace(staff_actor, label="Rita", user_id=rita.pk)


@pytest.fixture
def fail(inside) -> Callable[..., Submission]:
    """`fail(acme, "…", "…")` - a domain's submission, refused with these messages."""
    numbers = count(1)

    def make(account: Account, *raw_messages: str) -> Submission:
        with inside(account):
            domain = world.domain_of(account, f"d{next(numbers)}.com", real_name="in_review")
            row = world.submission_of(account, domain=domain, state="at_authority")
            return record_outcome(
                actor=system_actor(account.pk),
                submission_id=row.pk,
                passed=False,
                raw_messages=raw_messages,
            )

    return make


@pytest.fixture
def fresh(as_staff) -> Callable[[Submission], Submission]:
    def read(submission: Submission) -> Submission:
        with as_staff():
            return Submission.objects.get(pk=submission.pk)

    return read


@pytest.fixture
def queued(as_staff) -> Callable[..., UnknownMessage]:
    """`queued()` - the only queued message; `queued(text)` - the one of that text."""

    def read(text: str = NEW) -> UnknownMessage:
        with as_staff():
            return UnknownMessage.objects.get(text=text)

    return read


@pytest.fixture
def browser() -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def do(mapper: Actor):
    """`do(map_message, message, codes=[…])` - as Rita, in the fence of staff."""

    def run(service, message: UnknownMessage, **arguments: object) -> UnknownMessage:
        with acting_as(mapper):
            return service(actor=mapper, message_id=message.pk, **arguments)

    return run
