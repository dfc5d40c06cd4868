"""An installation with rows of before reviews had levels and due times, taken there and back."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from registrar.accounts.models import Account
from tests import world
from verification.models import Submission

pytestmark = pytest.mark.django_db
LEVELS = ("accounts", "0004_review_level")
FENCES = ("verification", "0015_review_fence")
DAY = dt.date(2026, 6, 4)
# 18:00 in China.
DUE = dt.datetime.combine(DAY, dt.time(10, tzinfo=dt.UTC))
CLOCK = ("waiting_since", "review_due_at", "lease_until")


@pytest.fixture
def trusts(as_staff):
    """`trusts()`: whom staff trusted, as it was kept in those days."""

    def read():
        with as_staff(), connection.cursor() as cursor:
            cursor.execute("SELECT slug, NOT staff_review FROM accounts_account")
            return dict(cursor.fetchall())

    return read


@pytest.fixture
def levels(as_staff):
    def read():
        with as_staff():
            return dict(Account.objects.values_list("slug", "review_level"))

    return read


def test_trusted_accounts_stay_trusted_there_and_back(
    acme, make_account, undo, redo, trusts, levels
):
    make_account("trusted", "上海可信样例有限公司", review_level="straight_when_clean")
    undo(LEVELS)
    assert trusts() == {"acme": False, "trusted": True}
    redo(LEVELS)
    assert levels() == {"acme": "staff", "trusted": "straight_when_clean"}
    undo(LEVELS)
    assert trusts() == {"acme": False, "trusted": True}


@pytest.fixture
def old(inside):
    """`old(acme, "submitted")`: a row that had no clock when the columns came."""

    def make(account, state, **fields):
        with inside(account):
            template = world.template_of(account)
            return world.submission_of(account, template=template, state=state, **fields)

    return make


def test_what_waits_in_any_account_gets_a_clock_and_the_rest_none(
    acme, globex, old, undo, redo, as_staff
):
    long_ago = timezone.now() - dt.timedelta(days=2)
    rows = {
        (account.slug, state): old(account, state, submitted_at=long_ago, expected_on=DAY)
        for account in (acme, globex)
        for state in ("submitted", "in_review", "at_authority", "passed")
    }
    unpromised = old(acme, "submitted", submitted_at=long_ago)
    undo(FENCES)
    redo(FENCES)
    with as_staff():
        found = {pk: clock for pk, *clock in Submission.objects.values_list("pk", *CLOCK)}
    for (slug, state), row in rows.items():
        waits = state in {"submitted", "in_review"}
        assert found[row.pk][:2] == ([long_ago, DUE] if waits else [None, None]), (slug, state)
        # Whoever held it does so no longer than till now: another may claim it.
        assert (found[row.pk][2] is not None) == (state == "in_review")
    assert found[unpromised.pk] == [long_ago, long_ago, None]


@pytest.mark.parametrize("key", [LEVELS, FENCES], ids=lambda key: key[1])
def test_fences_stand_before_between_and_afterwards(key, acme, undo, redo):
    assert fenced() == {("accounts_account", True, True), ("verification_submission", True, True)}
    there = policies()
    undo(key)
    assert fenced() == {("accounts_account", True, True), ("verification_submission", True, True)}
    redo(key)
    assert fenced() == {("accounts_account", True, True), ("verification_submission", True, True)}
    assert policies() == there


def fenced():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
            " WHERE relname IN ('accounts_account', 'verification_submission')"
        )
        return set(cursor.fetchall())


def policies():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, policyname, qual FROM pg_policies ORDER BY 1, 2")
        return cursor.fetchall()
