"""The reference authority as a real process on a real socket."""

import json
import os
import secrets
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx2

from tests.stack.harness import ROOT, free_port, wait_for
from tests.verification.data import NAME, NUMBER
from verification.authorities.reference.options import command_line

IDENTITY = {
    "name": NAME,
    "holder_type": "individual",
    "document_type": "SFZ",
    "document_number": NUMBER,
}


class Outside:
    """One reference authority with files of its own; `stop` and `start` keep its cases."""

    def __init__(self, folder: Path, callback_url: str, *more: str) -> None:
        self.port = free_port()
        self.ours = {"key_id": "registrar-1", "secret": secrets.token_urlsafe(32)}
        self.theirs = {"key_id": "authority-1", "secret": secrets.token_urlsafe(32)}
        self._folder = folder
        self._more = (f"--callback-url={callback_url}", *more)
        self._process: subprocess.Popen[str] | None = None
        self._write("register.json", {"identities": [IDENTITY]})
        self._write("secrets.json", {"registrar": self.ours, "authority": self.theirs})

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def columns(self) -> dict[str, Any]:
        """Its row on our side."""
        return {
            "adapter": "http",
            "base_url": self.base_url,
            "key_id": self.ours["key_id"],
            "secret": self.ours["secret"],
            "callback_key_id": self.theirs["key_id"],
            "callback_secret": self.theirs["secret"],
        }

    def start(self) -> "Outside":
        """Without a database: what our settings name leads nowhere."""
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "registrar.settings.embedded",
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
            "VAR": str(self._folder / "var"),
        }
        output = self._folder / "out.txt"
        with output.open("w") as out:
            self._process = subprocess.Popen(
                command_line(
                    port=self.port,
                    register=self._folder / "register.json",
                    secrets=self._folder / "secrets.json",
                    store=self._folder / "store.sqlite",
                    more=self._more,
                ),
                cwd=ROOT,
                env=environment,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        wait_for(lambda: "ready" in output.read_text(), within=60, for_what="the authority")
        return self

    def stop(self, number: int = signal.SIGTERM) -> int:
        assert self._process is not None
        self._process.send_signal(number)
        return self._process.wait(30)

    def faults(self, kind: str, times: int = 1, on: str = "") -> None:
        told = {"kind": kind, "times": times, "on": on}
        answer = httpx2.post(f"http://127.0.0.1:{self.port}/faults", json=told, trust_env=False)
        assert answer.status_code == 204

    def forget_faults(self) -> None:
        httpx2.delete(f"http://127.0.0.1:{self.port}/faults", trust_env=False)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What its own store holds."""
        with closing(sqlite3.connect(self._folder / "store.sqlite")) as store:
            return store.execute(sql).fetchall()

    def cases(self) -> list[str]:
        return [row[0] for row in self.rows("SELECT transaction_id FROM cases ORDER BY 1")]

    def delivered(self, transaction_id: Any) -> list[int]:
        """The last status of each callback about this case that is over."""
        found = self.rows("SELECT body, status FROM deliveries WHERE done = 1")
        return [status for body, status in found if str(transaction_id) in body.decode()]

    def requests(self, place: str, transaction_id: Any) -> list[int]:
        found = self.rows("SELECT place, transaction_id, status FROM requests ORDER BY id")
        return [row[2] for row in found if row[:2] == (place, str(transaction_id))]

    def _write(self, name: str, content: object) -> None:
        (self._folder / name).write_text(json.dumps(content), encoding="utf-8")


@contextmanager
def outside(folder: Path, callback_url: str, *more: str) -> Iterator[Outside]:
    authority = Outside(folder, callback_url, *more).start()
    try:
        yield authority
    finally:
        authority.stop()
