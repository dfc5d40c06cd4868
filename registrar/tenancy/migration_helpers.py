"""Migration operations that put a table inside the fence.

Every tenant-owned table: `fence(table)`; every foreign key between two of them:
`same_account(child, column, parent)`. A contract test finds tables that forgot.
"""

from collections.abc import Sequence

from django.db import migrations

from .roles import STAFF_ROLE

_OWN = "account_id = (SELECT nullif(current_setting('registrar.account', true), '')::bigint)"


def fence(table: str, *, own: str = _OWN) -> migrations.RunSQL:
    """Row-level security, enabled and forced: own rows for customers, all rows for staff."""
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_account ON {table} USING ({own});
        CREATE POLICY staff ON {table} TO {STAFF_ROLE} USING (true);
        """,
        reverse_sql=f"""
        DROP POLICY staff ON {table};
        DROP POLICY own_account ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )


def staff_only(table: str) -> migrations.RunSQL:
    """Row-level security for a table that belongs to the registrar: staff see it, nobody else.

    Work in an account's name reaches it through `context.for_the_registrar`.
    """
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY staff ON {table} TO {STAFF_ROLE} USING (true);
        """,
        reverse_sql=f"""
        DROP POLICY staff ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )


def in_all_accounts(*tables_and_sql: str, reverse_sql: str = "") -> migrations.RunSQL:
    """Change rows of all accounts: `in_all_accounts(table, …, sql)`. The fence binds a table's
    owner too, who takes it down for this one statement; the lock that this takes keeps everybody
    else out meanwhile."""
    *tables, sql = tables_and_sql
    return migrations.RunSQL(
        sql=_unforced(tables, sql) if sql else migrations.RunSQL.noop,
        reverse_sql=_unforced(tables, reverse_sql) if reverse_sql else migrations.RunSQL.noop,
    )


def _unforced(tables: Sequence[str], sql: str) -> str:
    down = [f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;" for table in tables]
    up = [f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;" for table in tables]
    # A table whose deferred checks still wait can't be altered.
    return "\n".join([*down, f"{sql};", "SET CONSTRAINTS ALL IMMEDIATE;", *up])


def may_look_up(table: str, *, name: str, condition: str) -> migrations.RunSQL:
    """A SELECT-only policy for `looking_up`: rows that a signed-in user or a secret opens."""
    return migrations.RunSQL(
        sql=f"CREATE POLICY {name} ON {table} FOR SELECT USING ({condition});",
        reverse_sql=f"DROP POLICY {name} ON {table};",
    )


def parent_key(table: str) -> migrations.RunSQL:
    """What children's composite foreign keys point at. Once per parent table."""
    return migrations.RunSQL(
        sql=f"ALTER TABLE {table} ADD CONSTRAINT {table}_account_key UNIQUE (account_id, id);",
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT {table}_account_key;",
    )


def same_account(child: str, column: str, parent: str) -> migrations.RunSQL:
    """A row can't hang on another account's parent: (account_id, column) must exist there."""
    name = f"{child}_{column}_same_account"[:63]
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE {child} ADD CONSTRAINT {name} FOREIGN KEY (account_id, {column})
        REFERENCES {parent} (account_id, id) DEFERRABLE INITIALLY DEFERRED;
        """,
        reverse_sql=f"ALTER TABLE {child} DROP CONSTRAINT {name};",
    )
