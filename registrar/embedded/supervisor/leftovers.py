"""Processes that an earlier run left behind when it was killed: remembered in a file."""

import json
import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psutil


def remember(path: Path, pids: Iterable[int]) -> None:
    """Write down our processes, with their birth times: numbers alone are used again."""
    born = {}
    for pid in pids:
        with suppress(psutil.Error):
            born[str(pid)] = psutil.Process(pid).create_time()
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(born))
    partial.replace(path)


def end_leftovers(path: Path) -> int:
    """Kill what still runs of the processes in `path`, with their groups; how many there were."""
    ended = 0
    for pid, born in _remembered(path).items():
        with suppress(psutil.Error, ProcessLookupError):
            process = psutil.Process(int(pid))
            if abs(process.create_time() - born) < 1:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)
                ended += 1
    path.unlink(missing_ok=True)
    return ended


def _remembered(path: Path) -> dict[str, float]:
    try:
        return dict(json.loads(path.read_text()))
    except (OSError, ValueError):
        return {}
