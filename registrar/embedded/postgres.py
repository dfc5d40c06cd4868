"""PostgreSQL out of a wheel: started on demand, on a unix socket, for this folder only."""

from pathlib import Path
from urllib.parse import quote

import psycopg

from registrar.tenancy.role_setup import make_database, make_roles

from .cluster import Cluster

_ROLE = "registrar"
# The socket is reachable for this user only and trusts them; the word protects nothing.
_PASSWORD = "registrar"  # noqa: S105

_joined: dict[Path, Cluster] = {}


def database_url(folder: Path, *, name: str, durable: bool = True) -> str:
    """Start (or join) the server whose data lie in `folder` and return the ordinary role's URL.

    The server stops with the last process that called this. Roles and the database `name` are
    made when absent. `durable=False` (tests) starts it without waiting for the disk.
    PostgresFailed when it can't be started.
    """
    folder = folder.resolve()
    if folder not in _joined:
        cluster = Cluster(folder, durable=durable)
        cluster.join()
        _joined[folder] = cluster
    place = _joined[folder].conninfo
    with psycopg.connect(**place, autocommit=True) as connection:  # type: ignore[arg-type]
        make_roles(connection, login=_ROLE, password=_PASSWORD)
        make_database(connection, name=name, owner=_ROLE)
    host = quote(str(place["host"]), safe="")
    return f"postgres://{_ROLE}:{_PASSWORD}@{host}:{place['port']}/{name}"


def leave_all() -> None:
    """Give up every server that this process joined; where it was the last, it stops now."""
    while _joined:
        _joined.popitem()[1].leave()
