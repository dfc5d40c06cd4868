"""The four long-lived processes, started as a person would start them by hand."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_PYTHON = (sys.executable, "-m")
_QUIET = ("--without-gossip", "--without-mingle", "--without-heartbeat")


@dataclass(frozen=True, slots=True)
class Command:
    """`arguments` to run, and how many seconds it may take to end when asked to."""

    name: str
    arguments: tuple[str, ...]
    grace: float


def all_commands(*, port: int, var: Path) -> list[Command]:
    """Web server, worker, reader of pictures and scheduler of one installation below `var`."""
    return [_web(port), _worker(), _reader(), _scheduler(var)]


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
    # decoders, OCR) takes one child along, whose task comes back. The three "without" (_QUIET) are
    # what a broker made of files can't do.
    pool = ("--pool", "prefork", "--concurrency", "2")
    return Command("worker", (*_celery("worker"), "-Q", "celery,webhooks", *pool, *_QUIET), 10)


def _reader() -> Command:
    # One picture at a time, read on two cores. Its memory is bounded: a child that has grown
    # beyond the limit (kilobytes) is replaced after its task.
    pool = ("--pool", "prefork", "--concurrency", "1", "--max-memory-per-child", "1400000")
    return Command("reader", (*_celery("worker"), "-Q", "pictures", *pool, *_QUIET), 10)


def _scheduler(var: Path) -> Command:
    return Command("scheduler", (*_celery("beat"), "--schedule", str(var / "beat" / "schedule")), 5)


def _celery(part: str) -> tuple[str, ...]:
    return (*_PYTHON, "celery", "--app", "registrar", part, "--loglevel", "INFO")
