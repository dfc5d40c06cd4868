"""The command, against the suite's own server as its superuser."""

import os
from collections.abc import Iterator
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from registrar.tenancy.checks import _QUESTION, judge_role
from registrar.tenancy.roles import STAFF_ROLE

LOGIN = "probe_login"


@pytest.fixture
def admin_url() -> Iterator[str]:
    place = settings.DATABASES["default"]
    embedded = f"postgres://postgres@{quote(place['HOST'], safe='')}:{place['PORT']}/postgres"
    url = os.environ.get("DATABASE_URL") or embedded
    with psycopg.connect(url, autocommit=True) as connection:
        superuser = connection.execute(
            "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        if not superuser[0]:
            pytest.skip("DATABASE_URL names no superuser")
        yield url
        connection.execute(f"DROP DATABASE IF EXISTS {LOGIN}")
        connection.execute(f"DROP ROLE IF EXISTS {LOGIN}")


def make(admin_url):
    call_command("make_roles", "--admin-url", admin_url, "--login", LOGIN, "--database", LOGIN)


def test_make_roles_twice_makes_a_login_role_that_the_fence_holds(admin_url, capsys):
    make(admin_url)
    make(admin_url)
    assert f"{LOGIN} logs in" in capsys.readouterr().out
    place = settings.DATABASES["default"]
    with psycopg.connect(
        host=place["HOST"], port=place["PORT"], user=LOGIN, dbname=LOGIN, password=place["PASSWORD"]
    ) as connection:
        row = connection.execute(_QUESTION, [STAFF_ROLE]).fetchone()
    assert judge_role(*row) == []


def test_make_roles_where_nobody_listens_says_so():
    with pytest.raises(CommandError, match="could not be made"):
        call_command("make_roles", "--admin-url", "postgres://nobody@127.0.0.1:1/nothing")
