"""Roles that row-level security would not hold are refused, in words and at the connection."""

import os
from urllib.parse import quote

import dj_database_url
import psycopg
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from registrar.tenancy.checks import check_login_role, judge_role

GOOD = {
    "superuser": False,
    "bypass": False,
    "staff_exists": True,
    "member": True,
    "inherits": False,
}


@pytest.fixture
def superuser_alias():
    """A second connection, as the server's superuser."""
    place = settings.DATABASES["default"]
    embedded = f"postgres://postgres@{quote(place['HOST'], safe='')}:{place['PORT']}/postgres"
    url = os.environ.get("DATABASE_URL") or embedded
    with psycopg.connect(url) as probe:
        row = probe.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if not row.fetchone()[0]:
            pytest.skip("DATABASE_URL names no superuser")
    connections.databases["above"] = connections.databases["default"] | dj_database_url.parse(url)
    yield "above"
    connections["above"].close()
    del connections["above"], connections.databases["above"]


def test_ordinary_role_is_held():
    assert judge_role(**GOOD) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"superuser": True}, "tenancy.E001"),
        ({"bypass": True}, "tenancy.E001"),
        ({"staff_exists": False, "member": False}, "tenancy.E002"),
        ({"member": False}, "tenancy.E002"),
        ({"inherits": True}, "tenancy.E003"),
    ],
)
def test_role_that_the_fence_would_not_hold_is_named(change, code):
    faults = judge_role(**(GOOD | change))
    assert [fault.id for fault in faults] == [code]
    assert "make_roles" in faults[0].hint


def test_suite_itself_runs_as_a_role_that_is_held(db):
    assert check_login_role(databases=["default"]) == []


def test_process_that_connects_as_superuser_is_refused(db, superuser_alias, django_db_blocker):
    with django_db_blocker.unblock(), pytest.raises(ImproperlyConfigured, match="superuser"):
        connections[superuser_alias].ensure_connection()
    with django_db_blocker.unblock():
        found = check_login_role(databases=[superuser_alias])
    assert [fault.id for fault in found] == ["tenancy.E001"]


def test_check_names_a_database_that_does_not_answer(db, django_db_blocker):
    gone = connections.databases["default"] | {"HOST": "127.0.0.1", "PORT": "1"}
    connections.databases["gone"] = gone
    try:
        with django_db_blocker.unblock():
            found = check_login_role(databases=["gone"])
        assert [fault.id for fault in found] == ["tenancy.E000"]
    finally:
        del connections["gone"], connections.databases["gone"]
