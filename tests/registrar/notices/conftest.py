"""Kinds of the tests' own, beside those that the apps have registered."""

from collections.abc import Callable, Iterator

import pytest
from django.utils.text import format_lazy

from registrar.accounts.models import Account
from registrar.accounts.permissions import Permission
from registrar.notices import kinds
from registrar.notices.kinds import NoticeKind, Topic, register_kinds
from registrar.notices.services import notify
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

FAILED = NoticeKind(
    key="test.failed",
    topic=Topic.REVIEWS,
    title="%(domain)s failed",
    text="See what to do about %(domain)s.",
    tone="bad",
    permission=Permission.DOMAINS_READ,
)
FOR_WORKERS = NoticeKind(
    key="test.for_workers",
    topic=Topic.REVIEWS,
    title="Log of %(domain)s",
    text="Only who may read the log is told.",
    tone="info",
    permission=Permission.LOGS_READ,
)
REMINDER = NoticeKind(
    key="test.reminder",
    topic=Topic.SAFE_DAYS,
    title=format_lazy("{} days left", "%(days)s"),
    text="100%% sure.",
    tone="warn",
    permission=None,
)


@pytest.fixture(autouse=True)
def kinds_of_the_tests() -> Iterator[None]:
    before = dict(kinds._kinds)
    register_kinds([FAILED, FOR_WORKERS, REMINDER])
    yield
    kinds._kinds.clear()
    kinds._kinds.update(before)


@pytest.fixture
def tell() -> Callable[..., int]:
    """`tell(acme, "one.com")`: a failure of that domain, in the system's own transaction."""

    def telling(account: Account, domain: str, *, kind: str = FAILED.key, **fields) -> int:
        values = {"params": {"domain": domain, "days": 3}, "url": f"/domains/{domain}/"}
        values |= {"key": domain}
        with acting_as(system_actor(account.pk)):
            return notify(account_id=account.pk, kind=kind, **(values | fields))

    return telling
