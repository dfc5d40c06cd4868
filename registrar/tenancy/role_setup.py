"""The database roles that the fence stands on, made by whoever is superuser once.

`registrar` (or the name in the address) logs in and owns the tables; it is neither superuser
nor BYPASSRLS, so forced row-level security holds for it too. `registrar_staff` can't log in:
staff requests switch to it for one transaction. The login role must not *inherit* it, or its
policies would apply to every customer.
"""

from urllib.parse import quote, unquote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from .roles import STAFF_ROLE

# Bound to loopback and to an ordinary role: a well-known word, not a secret.
_LOCAL_ROLE = "registrar"
_LOCAL_PASSWORD = "registrar"  # noqa: S105


def make_roles(connection: psycopg.Connection, *, login: str, password: str) -> None:
    """Make both roles, or mend them; safe to run again. Needs a superuser's connection."""
    connection.execute("SELECT pg_advisory_lock(7235001)")
    try:
        for name, options in ((STAFF_ROLE, "NOLOGIN"), (login, "LOGIN CREATEDB NOINHERIT")):
            exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
            verb = "ALTER" if exists.fetchone() else "CREATE"
            connection.execute(
                sql.SQL("{} ROLE {} {} NOSUPERUSER NOBYPASSRLS").format(
                    sql.SQL(verb), sql.Identifier(name), sql.SQL(options)
                )
            )
        connection.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login), password)
        )
        _grant_staff(connection, login)
    finally:
        connection.execute("SELECT pg_advisory_unlock(7235001)")


def make_database(connection: psycopg.Connection, *, name: str, owner: str) -> None:
    """Make the database if it is absent, owned by `owner`, who may make tables in it."""
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return
    connection.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(
            sql.Identifier(name), sql.Identifier(owner)
        )
    )
    _open_schema(connection, database=name, role=owner)


def _open_schema(connection: psycopg.Connection, *, database: str, role: str) -> None:
    """Before PostgreSQL 16 a NOINHERIT role does not get what belongs to a database's owner."""
    if connection.info.server_version >= 160000:
        return
    info = connection.info
    with psycopg.connect(
        info.dsn, password=info.password, dbname=database, autocommit=True
    ) as inside:
        inside.execute(sql.SQL("GRANT ALL ON SCHEMA public TO {}").format(sql.Identifier(role)))


def _grant_staff(connection: psycopg.Connection, login: str) -> None:
    # Since PostgreSQL 16 inheritance belongs to the grant; before, to the role (NOINHERIT).
    inherit = " WITH INHERIT FALSE" if connection.info.server_version >= 160000 else ""
    connection.execute(
        sql.SQL("GRANT {} TO {}" + inherit).format(
            sql.Identifier(STAFF_ROLE), sql.Identifier(login)
        )
    )


def ordinary_url(url: str) -> str:
    """`url` itself, or, where it names a superuser, the same place as an ordinary role.

    For tests and local trials: the role and the database are made on the way.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        if row is None or not row[0]:
            return url
        make_roles(connection, login=_LOCAL_ROLE, password=_LOCAL_PASSWORD)
        name = unquote(urlsplit(url).path.lstrip("/")) or _LOCAL_ROLE
        if name == "postgres":
            name = _LOCAL_ROLE
        make_database(connection, name=name, owner=_LOCAL_ROLE)
        # What the role makes itself (test databases) is copied from here.
        _open_schema(connection, database="template1", role=_LOCAL_ROLE)
    return _with_login(url, name)


def _with_login(url: str, database: str) -> str:
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        parts._replace(
            netloc=f"{_LOCAL_ROLE}:{_LOCAL_PASSWORD}@{place}", path=f"/{quote(database)}"
        )
    )
