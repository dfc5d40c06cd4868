"""A small world that can be counted by hand; everything lies before noon of one Wednesday."""

import datetime as dt
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission

from registrar.accounts.models import Account, User
from tests import world
from tests.staff import add_staff
from verification.models import Authority, ReviewDecision, Submission
from verification.review.figures.period import Period
from verification.review.figures.wanted import Wanted

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
PERIOD = Period(dt.date(2026, 11, 19), dt.date(2026, 11, 25))


def hours(number: float) -> dt.timedelta:
    return dt.timedelta(hours=number)


@pytest.fixture
def wanted() -> Wanted:
    return Wanted(PERIOD)


@pytest.fixture
def authority(as_staff) -> Callable[[str], Authority]:
    def make(code: str) -> Authority:
        with as_staff():
            found, _made = Authority.objects.get_or_create(
                code=code, defaults={"name": f"机构 {code}", "adapter": "simulated"}
            )
        return found

    return make


@pytest.fixture
def person(db) -> Callable[[str], User]:
    def make(name: str) -> User:
        email = f"{name.lower()}@registrar.example"
        user = User.objects.filter(email=email).first()
        if user is None:
            user = add_staff(name, "reviewers")
        return user

    return make


@pytest.fixture
def lead(person) -> User:
    user = person("Lena")
    user.groups.set([Group.objects.get(name="review leads")])
    return user


@pytest.fixture
def submission(inside) -> Callable[..., Submission]:
    """`submission(acme, state="passed", ended_at=…)` - of a domain of its own."""
    number = count(1)

    def make(account: Account, **fields: Any) -> Submission:
        values = {"submitted_at": NOON - hours(60), "waiting_since": NOON - hours(60)}
        with inside(account):
            domain = world.domain_of(account, f"f{next(number)}-{account.slug}.cn")
            return world.submission_of(account, domain=domain, **(values | fields))

    return make


@pytest.fixture
def decision(inside) -> Callable[..., ReviewDecision]:
    """`decision(submission, rita, waited=3, handled=1)` - hours before `at`."""

    def make(
        submission: Submission,
        reviewer: User,
        *,
        waited: float = 2,
        handled: float = 0.5,
        at: dt.datetime = NOON,
        **fields: Any,
    ) -> ReviewDecision:
        values = {
            "verdict": "approve",
            "standing": "in_force",
            "waiting_since": at - hours(waited),
            "claimed_at": at - hours(handled),
            "decided_at": at,
            "due_at": at + hours(1),
        }
        with inside(submission.account):
            return ReviewDecision.objects.create(
                account=submission.account,
                submission=submission,
                reviewer=reviewer,
                **(values | fields),
            )

    return make


@pytest.fixture
def right(db) -> Callable[[str], Permission]:
    return lambda codename: Permission.objects.get(codename=codename)
