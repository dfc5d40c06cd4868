"""Taking the database to before a migration and back.

Each migration is undone and done alone: all of them between then and now would cost minutes and
prove no more. PostgreSQL changes its schema inside a transaction, so that the test's own takes
everything back.
"""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader


@pytest.fixture(scope="module")
def loader(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return MigrationLoader(connection)


@pytest.fixture
def undo(loader):
    return lambda key: _run(loader, key, "unapply")


@pytest.fixture
def redo(loader):
    return lambda key: _run(loader, key, "apply")


def _run(loader, key, direction):
    migration = loader.get_migration(*key)
    state = loader.project_state(key, at_end=False)
    with connection.cursor() as cursor:
        # What is deferred to the commit would refuse to see the tables change.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor() as editor:
        getattr(migration, direction)(state, editor)
