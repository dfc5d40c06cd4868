"""Olga operates the authorities, Rita reviews, Stan is staff without permissions."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from registrar.accounts.models import Account, User
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from tests import world
from tests.staff import add_staff
from verification.authorities.connection_rules import Connection
from verification.models import Authority, AuthorityAnswer, AuthorityChange, Submission
from verification.services.authorities import add_authority

SECRET = "ours-0123456789abcdef0123456789abcdef"
THEIRS = "theirs-0123456789abcdef0123456789abcdef"
# As the form takes them.
TYPED = {
    "code": "cnnic",
    "name": "CNNIC",
    "adapter": "http",
    "base_url": "https://verify.example/v1",
    "key_id": "zm-1",
    "secret": SECRET,
    "callback_key_id": "cb-1",
    "callback_secret": THEIRS,
    "timeout": "20",
}


@pytest.fixture
def olga(db) -> User:
    return add_staff("Olga", "authorities")


@pytest.fixture
def operator(staff_actor: Actor, olga: User) -> Actor:
    return replace(staff_actor, label="Olga", user_id=olga.pk)


@pytest.fixture
def do(operator: Actor):
    """`do(service, …)` - as Olga, in the fence of staff."""

    def run(service, **arguments):
        with acting_as(operator):
            return service(actor=operator, **arguments)

    return run


@pytest.fixture
def make_authority(do) -> Callable[..., Authority]:
    """`make_authority(code="b")`: one that is reached by HTTP; columns may be given too."""
    given = {name: value for name, value in TYPED.items() if name != "timeout"}
    numbers = count(1)

    def make(**columns) -> Authority:
        fields = given | {"code": f"cnnic-{next(numbers)}", "timeout": 20}
        own = {name: columns.pop(name) for name in list(columns) if name in fields}
        row = do(add_authority, given=Connection(**(fields | own)))
        if columns:
            do(lambda actor: Authority.objects.filter(pk=row.pk).update(**columns))
        return row

    return make


@pytest.fixture
def send(inside) -> Callable[..., Submission]:
    """`send(acme, authority, …)`: a domain's submission that is with this authority."""
    numbers = count(1)

    def make(account: Account, authority: Authority, **columns) -> Submission:
        with inside(account):
            domain = world.domain_of(account, f"d{next(numbers)}.com")
            columns = {"state": "at_authority", "authority_id": authority.pk} | columns
            return world.submission_of(account, domain=domain, **columns)

    return make


@pytest.fixture
def answer(inside) -> Callable[..., AuthorityAnswer]:
    """`answer(submission, via="poll", …)`: something that its authority said."""

    def make(submission: Submission, **columns) -> AuthorityAnswer:
        values = {"via": "callback", "standing": "passed", "effect": "repeated"} | columns
        with inside(submission.account):
            return AuthorityAnswer.objects.create(
                account_id=submission.account_id,
                submission_id=submission.pk,
                authority_id=submission.authority_id,
                **values,
            )

    return make


@pytest.fixture
def fresh(as_staff) -> Callable[[Authority], Authority]:
    def read(row: Authority) -> Authority:
        with as_staff():
            return Authority.objects.get(pk=row.pk)

    return read


@pytest.fixture
def history(as_staff) -> Callable[..., list[AuthorityChange]]:
    """Everything in the history, oldest first."""

    def read(**wanted) -> list[AuthorityChange]:
        with as_staff():
            return list(AuthorityChange.objects.filter(**wanted).order_by("pk"))

    return read
