"""Changing rows of all accounts in a migration, from behind the fence that binds the owner too."""

import pytest
from django.db import connection

from registrar.accounts.models import Account
from registrar.tenancy.migration_helpers import in_all_accounts

pytestmark = pytest.mark.django_db
RENAME = "UPDATE accounts_account SET name = 'renamed'"


@pytest.fixture
def settled(acme, globex):
    """Nothing waits for the commit: a table with pending checks can't be altered."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def run(operation, direction="forwards"):
    with connection.schema_editor() as editor:
        getattr(operation, f"database_{direction}")("accounts", editor, None, None)


def names(as_staff):
    with as_staff():
        return set(Account.objects.values_list("name", flat=True))


def test_the_fence_hides_all_rows_from_the_owner_of_the_table(settled, as_staff):
    with connection.cursor() as cursor:
        cursor.execute(RENAME)
        assert cursor.rowcount == 0


def test_rows_of_all_accounts_change_there_and_back(settled, as_staff):
    operation = in_all_accounts(
        "accounts_account", RENAME, reverse_sql=RENAME.replace("renamed", "before")
    )
    run(operation)
    assert names(as_staff) == {"renamed"}
    run(operation, "backwards")
    assert names(as_staff) == {"before"}


def test_without_a_way_back_nothing_happens_on_it(settled, as_staff):
    operation = in_all_accounts("accounts_account", RENAME)
    run(operation)
    run(operation, "backwards")
    assert names(as_staff) == {"renamed"}


def test_the_fence_stands_again_afterwards(settled, as_staff):
    run(in_all_accounts("accounts_account", RENAME))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_account SET name = 'by anybody'")
        assert cursor.rowcount == 0
