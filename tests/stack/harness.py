"""The whole system as real processes, started the way `make demo` starts it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[2]
READY_WITHIN = 180.0
STOPPED_WITHIN = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(what: Callable[[], Any], *, within: float, for_what: str) -> Any:
    """The first true answer of `what`; AssertionError when there is none in time."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        found = what()
        if found:
            return found
        time.sleep(0.25)
    raise AssertionError(f"waited {within:.0f} s in vain for {for_what}")


# Tests ask far more often than any program should.
_NO_RATES = {f"API_{group}_RATES": "none" for group in ("KEY", "WRITE", "ACCOUNT")}


class Stack:
    """One `manage.py demo` with its own folder and port."""

    def __init__(self, var: Path, *, environment: dict[str, str] | None = None) -> None:
        self.var = var
        self.port = free_port()
        self.servers = environment or {}
        self._process: subprocess.Popen[str] | None = None
        self._log = var.with_name(f"{var.name}-{self.port}.out")

    @property
    def output(self) -> str:
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    @property
    def demo(self) -> dict[str, Any]:
        return dict(json.loads((self.var / "demo.json").read_text(encoding="utf-8")))

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Stack":
        self.launch()
        wait_for(self._ready_or_dead, within=READY_WITHIN, for_what="Ready")
        assert f"Ready: {self.base_url}" in self.output, self.output
        return self

    def launch(self) -> "subprocess.Popen[str]":
        with self._log.open("w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [sys.executable, "manage.py", "demo", "--port", str(self.port)],
                cwd=ROOT,
                env=self.own_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
            )
        return self._process

    def stop(self, number: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does; its exit code."""
        assert self._process is not None
        self._process.send_signal(number)
        return self._process.wait(STOPPED_WITHIN)

    def kill(self) -> None:
        """End the supervisor alone, as nothing can refuse."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def processes(self) -> list[psutil.Process]:
        """Everything alive that was started below our folder or for our port."""
        found = []
        for process in psutil.process_iter():
            try:
                named = f"{process.environ().get('VAR', '')} {' '.join(process.cmdline())}"
            except psutil.Error:
                continue
            alive = process.status() != psutil.STATUS_ZOMBIE
            if alive and process.pid != os.getpid() and str(self.var) in named:
                found.append(process)
        return found

    def kill_worker(self) -> None:
        """Worker and helpers at once, in the middle of whatever they do."""
        os.killpg(self._worker_group(), signal.SIGKILL)

    def kill_reader(self) -> None:
        """Who reads pictures, in the middle of one."""
        readers = wait_for(lambda: self._serving("pictures"), within=60, for_what="a reader")
        oldest = min(readers, key=lambda process: process.create_time())
        os.killpg(oldest.pid, signal.SIGKILL)

    @contextmanager
    def worker_at_rest(self) -> Iterator[None]:
        """Nothing is done in the background inside: what is under way stays where it is."""
        group = self._worker_group()
        os.killpg(group, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(group, signal.SIGCONT)

    @contextmanager
    def worker_stuck_in_tasks(self) -> Iterator[None]:
        """The tasks that the worker has taken don't end inside; it goes on taking what it may."""
        hands = psutil.Process(self._worker_group()).children()
        for hand in hands:
            hand.suspend()
        try:
            yield
        finally:
            for hand in hands:
                # One whose task took longer than a task may is gone, another has its place.
                with suppress(psutil.NoSuchProcess):
                    hand.resume()

    def clean_up(self) -> None:
        if self._process is not None and self._process.poll() is None:
            try:
                self.stop()
            except subprocess.TimeoutExpired:
                self.kill()
        for process in self.processes():
            process.kill()

    def _worker_group(self) -> int:
        workers = wait_for(self._workers, within=60, for_what="a worker")
        return min(workers, key=lambda process: process.create_time()).pid

    def _workers(self) -> list[psutil.Process]:
        return self._serving("celery")

    def _serving(self, queue: str) -> list[psutil.Process]:
        """The worker of a queue and its children. "celery" alone is in every worker's command."""
        return [
            process
            for process in self.processes()
            for option, queues in pairwise(process.cmdline())
            if option == "-Q" and queue in queues.split(",")
        ]

    def _ready_or_dead(self) -> bool:
        assert self._process is not None
        return "Ready: " in self.output or self._process.poll() is not None

    def own_environment(self) -> dict[str, str]:
        """What a command needs to work on this system's data."""
        ours = {"DATABASE_URL", "BROKER_URL", "DJANGO_SETTINGS_MODULE", "PORT", "VAR"}
        kept = {key: value for key, value in os.environ.items() if key not in ours}
        return {**kept, **_NO_RATES, "VAR": str(self.var), **self.servers}
