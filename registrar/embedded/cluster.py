"""One PostgreSQL server for one folder, shared by every process that asks for it.

The wheel brings the programs; its own start-up code is not used, because it breaks on paths
with spaces, keeps one lock for all users of the machine, and trusts process ids of the past:
after `kill -9` its server never stops again. Here the kernel keeps count: every user of the
server holds a shared file lock, which dies with the process, and whoever can turn it into an
exclusive one was the last.
"""

import atexit
import fcntl
import os
import shlex
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg

from .binaries import PostgresFailed, hand_over, run_program, service_user
from .sockets import socket_folder

_PORT = 5432
_PATIENCE = 60.0
# For tests: a crash of the machine may lose the data, nothing else can.
_CARELESS = ("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off")


class Cluster:
    """The server whose data lie in `folder`. `durable=False` trades safety for speed."""

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder
        self._durable = durable
        self._user: str | None = None
        self._share: int | None = None
        self._joined_by = 0

    @property
    def conninfo(self) -> dict[str, str | int]:
        """How the superuser connects; valid after `join`."""
        return {
            "host": self._socket_in_use() or str(socket_folder(self.folder)),
            "port": _PORT,
            "user": "postgres",
            "dbname": "postgres",
        }

    def join(self) -> None:
        """Start the server unless it runs, and keep it until `leave` or the process's end.

        PostgresFailed, with what PostgreSQL said, when it can't be started.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._alone():
            self._share = os.open(self._beside("users"), os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._share, fcntl.LOCK_SH)
            self._prepare()
            self._start()
        self._joined_by = os.getpid()
        atexit.register(self.leave)

    def leave(self) -> None:
        """Give the server up; the last of all processes stops it. Forked children only look."""
        if self._share is None or os.getpid() != self._joined_by:
            return
        with self._alone():
            with suppress(BlockingIOError):
                fcntl.flock(self._share, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._stop()
            os.close(self._share)
            self._share = None
        atexit.unregister(self.leave)

    def _prepare(self) -> None:
        self._user = service_user(self.folder)
        if self._user is not None:
            hand_over(self.folder, self._user)
        if (self.folder / "PG_VERSION").exists():
            return
        self._run(
            "initdb",
            *("--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"),
            # The same order and the same upper and lower case on every machine.
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--pgdata", str(self.folder)),
        )

    def _start(self) -> None:
        if self._process() is None:
            try:
                self._start_anew()
            except PostgresFailed:
                # After `kill -9` the helpers of the old server need a moment to notice.
                time.sleep(2)
                self._start_anew()
        self._wait_for_answer()

    def _start_anew(self) -> None:
        sockets = socket_folder(self.folder, user=self._user)
        # Process ids of the past: PostgreSQL would take their new owners for itself.
        for stale in (self.folder / "postmaster.pid", sockets / f".s.PGSQL.{_PORT}.lock"):
            stale.unlink(missing_ok=True)
        options = ["-h ''", f"-p {_PORT}", f"-k {shlex.quote(str(sockets))}"]
        options += () if self._durable else _CARELESS
        log = ("-l", str(self.folder / "server.log"), "-o", " ".join(options))
        self._run("pg_ctl", "-D", str(self.folder), *log, "-w", "-t", "60", "start")

    def _stop(self) -> None:
        stop = ("-D", str(self.folder), "-w", "-t", "30", "stop", "-m")
        if self._process() is None:
            return
        try:
            self._run("pg_ctl", *stop, "fast")
        except PostgresFailed:
            self._run("pg_ctl", *stop, "immediate")

    def _wait_for_answer(self) -> None:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                psycopg.connect(**self.conninfo).close()  # type: ignore[arg-type]
            except psycopg.OperationalError as error:
                if time.monotonic() > until:
                    raise PostgresFailed(str(error)) from error
                time.sleep(0.1)
            else:
                return

    def _process(self) -> psutil.Process | None:
        """The running server of this folder, if its process id is not somebody else's by now."""
        with suppress(OSError, ValueError, IndexError, psutil.Error):
            number = int((self.folder / "postmaster.pid").read_text().splitlines()[0])
            process = psutil.Process(number)
            if str(self.folder) in process.cmdline():
                return process
        return None

    def _socket_in_use(self) -> str:
        with suppress(OSError, IndexError):
            return (self.folder / "postmaster.pid").read_text().splitlines()[4].strip()
        return ""

    def _run(self, name: str, *arguments: str) -> None:
        run_program(name, *arguments, folder=self.folder, user=self._user)

    def _beside(self, suffix: str) -> Path:
        return self.folder.with_name(f"{self.folder.name}.{suffix}")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Only one process at a time starts, joins or leaves."""
        handle = os.open(self._beside("lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)
