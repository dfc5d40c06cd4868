"""The fixed cast: Alice owns acme, Bob operates it, Vera only looks; Gina owns globex.

Rex reviews for the registrar. Everybody's data are made inside the fence, as they would be.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import hypothesis
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from registrar.accounts.browser_session import hash_token
from registrar.accounts.models import Account, Membership, StepUpChallenge, User
from registrar.accounts.permissions import ROLE_PERMISSIONS, Role
from registrar.tenancy.actor import Actor, ActorKind, system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from tests.browsers import signed_in_client, token_of
from tests.documented import undocumented
from tests.stack.running import acme_api, globex_api, stack
from tests.staff import PASSWORD, add_staff
from verification.messages import mappings

__all__ = ["acme_api", "globex_api", "stack"]

# A property holds or not; how long an example takes tells how busy the machine is.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[Any]:
    """With REQUIRE_ALL set, what can't run is a failure: nothing is missed unseen."""
    report = yield
    if os.environ.get("REQUIRE_ALL") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped although REQUIRE_ALL is set: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Tests that really commit are cleaned by TRUNCATE, which what is append-only refuses."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE oplog_logentry DISABLE TRIGGER oplog_no_truncate")
        cursor.execute(
            "ALTER TABLE templates_app_restrictionchange"
            " DISABLE TRIGGER restriction_changes_no_truncate"
        )
        cursor.execute(
            "ALTER TABLE verification_authoritychange DISABLE TRIGGER authority_changes_no_truncate"
        )


@pytest.fixture(autouse=True)
def forget_mappings() -> Iterator[None]:
    """What staff have mapped is remembered for some seconds: not from one test to the next."""
    yield
    mappings.forget()


@pytest.fixture(autouse=True, scope="session")
def documented_refusals() -> Iterator[None]:
    """A refusal of the API that its document does not name fails the test that meets it."""
    ask = Client.request

    def asked(self: Client, **request: Any) -> Any:
        response = ask(self, **request)
        said = undocumented(request["REQUEST_METHOD"], response)
        assert not said, said
        return response

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "request", asked)
        yield


@pytest.fixture
def make_account(db: None) -> Callable[..., Account]:
    def make(slug: str, name: str, **fields: object) -> Account:
        with acting_as(system_staff_actor()):
            return Account.objects.create(slug=slug, name=name, **fields)

    return make


@pytest.fixture
def make_member(db: None) -> Callable[..., User]:
    def make(account: Account, email: str, role: str, **fields: object) -> User:
        user = User.objects.filter(email=email).first() or User.objects.create_user(
            email, PASSWORD, **fields
        )
        with acting_as(system_actor(account.pk)):
            Membership.objects.create(account=account, user=user, role=role)
        return user

    return make


@pytest.fixture
def acme(make_account: Callable[..., Account]) -> Account:
    return make_account("acme", "北京示例科技有限公司")


@pytest.fixture
def globex(make_account: Callable[..., Account]) -> Account:
    return make_account("globex", "上海环球样例有限公司")


@pytest.fixture
def alice(acme: Account, make_member: Callable[..., User]) -> User:
    return make_member(acme, "alice@acme.example", Role.OWNER, name="Alice", phone="+8613800138000")


@pytest.fixture
def bob(acme: Account, make_member: Callable[..., User]) -> User:
    return make_member(acme, "bob@acme.example", Role.OPERATOR, name="Bob", phone="+8613800138001")


@pytest.fixture
def vera(acme: Account, make_member: Callable[..., User]) -> User:
    return make_member(acme, "vera@acme.example", Role.VIEWER, name="Vera")


@pytest.fixture
def gina(globex: Account, make_member: Callable[..., User]) -> User:
    return make_member(globex, "gina@globex.example", Role.OWNER, name="Gina")


@pytest.fixture
def rex(db: None) -> User:
    return User.objects.create_user(
        "rex@registrar.example", PASSWORD, name="Rex", is_staff=True, is_superuser=True
    )


@pytest.fixture
def rita(db: None) -> User:
    """She reviews."""
    return add_staff("Rita", "reviewers")


@pytest.fixture
def stan(db: None) -> User:
    """Staff without any right."""
    return add_staff("Stan")


@pytest.fixture
def lena(db: None) -> User:
    """She leads the reviewers, and does not review herself."""
    return add_staff("Lena", "review leads")


@pytest.fixture
def browse() -> Callable[..., Client]:
    """`browse(rita)`: a signed-in browser that reads English."""

    def make(user: User, language: str = "en") -> Client:
        client = signed_in_client(user)
        client.cookies["language"] = language
        return client

    return make


@pytest.fixture
def actor_of() -> Callable[[Account, User, str], Actor]:
    """An actor as the middleware would make it: `actor_of(acme, alice, Role.OWNER)`."""

    def make(account: Account, user: User, role: str = Role.OWNER) -> Actor:
        return Actor(
            kind=ActorKind.USER,
            account_id=account.pk,
            label=str(user),
            user_id=user.pk,
            permissions=ROLE_PERMISSIONS[role],
            ip="192.0.2.1",
            request_id="req-test",
            session=hash_token(token_of(user)),
        )

    return make


@pytest.fixture
def key_of() -> Callable[..., Actor]:
    """A key's actor with exactly these scopes: `key_of(acme, "domains:write", "sensitive")`."""

    def make(account: Account, *scopes: str) -> Actor:
        return Actor(
            kind=ActorKind.KEY,
            account_id=account.pk,
            label="k",
            key_id=1,
            permissions=frozenset(scopes),
        )

    return make


@pytest.fixture
def staff_actor(rex: User) -> Actor:
    return Actor(kind=ActorKind.STAFF, account_id=None, label="Rex", user_id=rex.pk)


@pytest.fixture
def inside() -> Callable[[Account], AbstractContextManager[Actor]]:
    """`with inside(acme): …` - the system at work in one account."""
    return lambda account: acting_as(system_actor(account.pk))


@pytest.fixture
def enter_code(acme: Account) -> Callable[..., None]:
    """`enter_code(alice, "set_locks", minutes_ago=11)` - as the code page would remember it,
    in the browser of tests.browsers.sign_in and of `actor_of`; outside of the fence."""

    def enter(user: User, purpose: str, *, minutes_ago: int = 0) -> None:
        then = timezone.now() - dt.timedelta(minutes=minutes_ago)
        with acting_as(system_actor(acme.pk)):
            StepUpChallenge.objects.create(
                account=acme,
                user=user,
                purpose=purpose,
                session_mark=hash_token(token_of(user)),
                code_hash="x",
                sent_at=then,
                expires_at=then,
                tries_left=1,
                verified_at=then,
            )

    return enter


@pytest.fixture
def as_staff() -> Iterator[Callable[[], AbstractContextManager[Actor]]]:
    """`with as_staff(): …` - looking across accounts."""
    return lambda: acting_as(system_staff_actor())
