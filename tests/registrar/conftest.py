"""Acting as a member, signing in, holding a key, and counting queries."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from registrar.accounts.api_keys import make_key
from registrar.accounts.models import Account, ApiKey, User
from registrar.accounts.permissions import Role
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from tests.browsers import signed_in_client


@pytest.fixture
def owner(acme: Account, alice: User, actor_of: Callable[..., Actor]) -> Actor:
    return actor_of(acme, alice, Role.OWNER)


@pytest.fixture
def operator(acme: Account, bob: User, actor_of: Callable[..., Actor]) -> Actor:
    return actor_of(acme, bob, Role.OPERATOR)


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    return signed_in_client


@pytest.fixture
def english() -> Callable[[Client], Client]:
    def switch(client: Client) -> Client:
        client.cookies["language"] = "en"
        return client

    return switch


class RecordingSender:
    """Keeps what would be sent; `fails` makes the next sending raise."""

    sent: list[dict[str, str]] = []
    fails = False

    def send_code(self, *, phone: str, email: str, text: str) -> None:
        if RecordingSender.fails:
            raise ConnectionError("gateway down")
        RecordingSender.sent.append({"phone": phone, "email": email, "text": text})

    @classmethod
    def last_code(cls) -> str:
        return re.search(r"\d{6}", cls.sent[-1]["text"])[0]


@pytest.fixture
def sender(settings) -> type[RecordingSender]:
    RecordingSender.sent, RecordingSender.fails = [], False
    settings.STEP_UP_SENDER = f"{__name__}.RecordingSender"
    return RecordingSender


@pytest.fixture
def holding_key(owner: Actor) -> Callable[..., Client]:
    """`holding_key("logs:read")`: a client that sends a key of acme with these scopes."""

    def make(*scopes: str, actor: Actor = owner) -> Client:
        text, prefix, secret_hash = make_key()
        with acting_as(actor):
            ApiKey.objects.create(
                account_id=actor.account_id,
                name="script",
                prefix=prefix,
                secret_hash=secret_hash,
                scopes=list(scopes),
            )
        return Client(headers={"Authorization": f"Bearer {text}"})

    return make


_ENTERING = ("SAVEPOINT", "RELEASE SAVEPOINT", "SELECT set_config")


@pytest.fixture
def at_most_queries() -> Callable[[int], AbstractContextManager[None]]:
    """`with at_most_queries(10): …`, not counting what entering the fence costs."""

    @contextmanager
    def counting(limit: int) -> Iterator[None]:
        with CaptureQueriesContext(connection) as captured:
            yield
        asked = [q["sql"] for q in captured if not q["sql"].startswith(_ENTERING)]
        assert len(asked) <= limit, "\n".join(asked)

    return counting
