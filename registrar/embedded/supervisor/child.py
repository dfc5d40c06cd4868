"""One child process: started into its own group, restarted when it dies, stopped for good."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from .commands import Command

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 10.0
# Whoever lived this long has not failed at its start: the next pause is short again.
_SETTLED = 20.0


class Child:
    """Keeps one command running. `say` tells the person at the terminal.

    Its own session keeps Ctrl-C of the terminal away from it, and lets us end its helpers too.
    """

    def __init__(
        self,
        command: Command,
        *,
        environment: Mapping[str, str],
        folder: Path,
        log: Path,
        say: Callable[[str], None],
    ) -> None:
        self.command = command
        self.log = log
        self._environment = dict(environment)
        self._folder = folder
        self._say = say
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._restart_at: float | None = None
        self._pause = _FIRST_PAUSE
        self.deaths = 0

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own commands, no shell
                self.command.arguments,
                cwd=self._folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._started_at = time.monotonic()
        self._restart_at = None

    def tend(self) -> bool:
        """Start it again if it has died and its pause is over; True if it was started."""
        now = time.monotonic()
        if self._restart_at is not None:
            if now >= self._restart_at:
                self.start()
                return True
        elif self._process is not None and self._process.poll() is not None:
            self._note_death(self._process.returncode, now)
        return False

    def ask_to_end(self) -> None:
        self._signal_process(signal.SIGTERM)

    def end(self, *, until: float) -> None:
        """Wait until monotonic time `until` for what `ask_to_end` began, then kill."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(max(0.0, until - time.monotonic()))
        self._kill_group()
        self._process.wait()

    def _note_death(self, code: int, now: float) -> None:
        self._kill_group()
        if now - self._started_at >= _SETTLED:
            self._pause = _FIRST_PAUSE
        self.deaths += 1
        self._say(
            f"{self.command.name} ended ({_cause(code)}); it starts again in"
            f" {self._pause:.0f} s. See {self.log}"
        )
        self._restart_at = now + self._pause
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)

    def _kill_group(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _signal_process(self, number: signal.Signals) -> None:
        # Only the parent of the group: gunicorn and Celery tell their own children, in order.
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(number)


def _cause(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
