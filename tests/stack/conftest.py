"""All tests here share one running system (tests.stack.running); those that kill and stop start
their own or heal it."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings

from registrar.settings import env


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/stack/" in item.nodeid:
            item.add_marker(pytest.mark.stack)
            # With several test processes, the one system stays with one of them.
            item.add_marker(pytest.mark.xdist_group("stack"))


@pytest.fixture
def servers() -> dict[str, str]:
    """The servers that the environment names, with a database of our own; else none."""
    chosen = {}
    if env.text("DATABASE_URL"):
        chosen["DATABASE_URL"] = _new_database(settings.DATABASE_URL)
    if env.text("BROKER_URL"):
        chosen["BROKER_URL"] = env.text("BROKER_URL")
    return chosen


@pytest.fixture
def own_var(tmp_path: Path) -> Path:
    """A folder with a space in its name, as people have them."""
    return tmp_path / "my data"


def _new_database(url: str) -> str:
    name = f"stack_{secrets.token_hex(4)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
