"""The three long-lived processes, started as a person would start them by hand."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_PYTHON = (sys.executable, "-m")


@dataclass(frozen=True, slots=True)
class Command:
    """`arguments` to run, and how many seconds it may take to end when asked to."""

    name: str
    arguments: tuple[str, ...]
    grace: float


def all_commands(*, port: int, var: Path) -> list[Command]:
    """Web server, worker and scheduler of one installation below `var`."""
    return [_web(port), _worker(), _scheduler(var)]


def environment(*, base_url: str, database_url: str, var: Path) -> dict[str, str]:
    """What the processes are told; with the database's address none of them starts its own."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "registrar.settings.embedded",
        "CONSOLE_URL": base_url,
        "DATABASE_URL": database_url,
        "VAR": str(var),
        "PYTHONUNBUFFERED": "1",
    }


def _web(port: int) -> Command:
    # Threads, because pages wait for the database and for storage; preloaded, because two
    # processes then start as fast as one.
    options = ("--worker-class", "gthread", "--workers", "2", "--threads", "4", "--preload")
    ends = ("--timeout", "60", "--graceful-timeout", "5", "--no-control-socket")
    place = ("--bind", f"127.0.0.1:{port}")
    return Command("web", (*_PYTHON, "gunicorn", "registrar.wsgi", *place, *options, *ends), 8)


def _worker() -> Command:
    # Processes, not threads: only then do time limits hold, and a crash in native code (image
    # decoders, OCR) takes one child along, whose task comes back. The three "without" are what
    # a broker made of files can't do.
    pool = ("--pool", "prefork", "--concurrency", "2")
    quiet = ("--without-gossip", "--without-mingle", "--without-heartbeat")
    return Command("worker", (*_celery("worker"), *pool, *quiet), 10)


def _scheduler(var: Path) -> Command:
    return Command("scheduler", (*_celery("beat"), "--schedule", str(var / "beat" / "schedule")), 5)


def _celery(part: str) -> tuple[str, ...]:
    return (*_PYTHON, "celery", "--app", "registrar", part, "--loglevel", "INFO")
