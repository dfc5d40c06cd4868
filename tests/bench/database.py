"""A database of its own, as the suite has one; no worker takes what is asked for in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.test.utils import setup_databases, teardown_databases


@contextmanager
def own_database() -> Iterator[None]:
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with patch("registrar.jobs.hurry"):
            yield
    finally:
        teardown_databases(databases, verbosity=0)
