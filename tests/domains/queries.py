"""Counting what a page asks the database for, without the fence's own statements."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

_OF_THE_FENCE = ("SAVEPOINT", "RELEASE SAVEPOINT", "SELECT set_config")


@contextmanager
def at_most(number: int) -> Iterator[None]:
    with CaptureQueriesContext(connection) as captured:
        yield
    asked = [q["sql"] for q in captured if not q["sql"].startswith(_OF_THE_FENCE)]
    assert len(asked) <= number, "\n".join(asked)
