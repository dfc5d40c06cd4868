"""Keeps web server, worker, scheduler and whatever else belongs to it running until the end."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from . import leftovers, readiness
from .child import Child
from .commands import Command

_GLANCE = 0.2
_READY_WITHIN = 120.0
_TAIL = 15


class NotReady(RuntimeError):
    """The system did not come up; the text says what was missing, with the ends of the logs."""


class Supervisor:
    """Runs `commands`; their logs go to `var`/log. Signals must be caught before `start`."""

    def __init__(
        self,
        commands: list[Command],
        *,
        environment: dict[str, str],
        folder: Path,
        var: Path,
        say: Callable[[str], None],
    ) -> None:
        self._pids = var / "demo.pids"
        logs = var / "log"
        logs.mkdir(exist_ok=True)
        self._children = [
            Child(
                command,
                environment=environment,
                folder=folder,
                log=_fresh_log(logs / f"{command.name}.log"),
                say=say,
            )
            for command in commands
        ]
        self._stopping = False

    def catch_signals(self) -> None:
        """From now on SIGINT and SIGTERM end `run` instead of the process."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)

    @property
    def stopping(self) -> bool:
        return self._stopping

    def start(self) -> None:
        for child in self._children:
            child.start()
        self._remember()

    def wait_until_ready(self, base_url: str) -> None:
        """Return when /readyz says so, or when a signal came; NotReady after two minutes."""
        until = time.monotonic() + _READY_WITHIN
        while not self._stopping:
            answer = readiness.ask(base_url)
            if answer.get("ready"):
                return
            if time.monotonic() > until:
                raise NotReady(self._report(answer))
            self._tend()
            time.sleep(_GLANCE)

    def run(self, *, parent: int | None = None) -> None:
        """Tend the children until a signal comes, or until `parent` is no longer our parent."""
        while not self._stopping and parent in (None, os.getppid()):
            self._tend()
            time.sleep(_GLANCE)

    def stop(self) -> None:
        """End all children: asked at once, each killed when its own grace is over."""
        begun = time.monotonic()
        for child in self._children:
            child.ask_to_end()
        for child in self._children:
            child.end(until=begun + child.command.grace)
        self._pids.unlink(missing_ok=True)

    def _tend(self) -> None:
        started = [child.tend() for child in self._children]
        if any(started):
            self._remember()

    def _remember(self) -> None:
        leftovers.remember(self._pids, [child.pid for child in self._children if child.pid])

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _report(self, answer: dict[str, object]) -> str:
        missing = [name for name, fine in answer.items() if fine is False and name != "ready"]
        lines = [f"Not ready after {_READY_WITHIN:.0f} s; missing: {', '.join(missing) or 'web'}."]
        for child in self._children:
            lines += [f"--- {child.log}", *_tail(child.log)]
        return "\n".join(lines)


def _fresh_log(path: Path) -> Path:
    """Keep the log of the last run beside the new one."""
    if path.exists():
        path.replace(path.with_suffix(".log.1"))
    return path


def _tail(path: Path) -> list[str]:
    if not path.exists():
        return []
    return path.read_text(encoding="utf-8", errors="replace").splitlines()[-_TAIL:]
