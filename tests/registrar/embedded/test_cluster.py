"""The embedded server: shared while it is needed, gone afterwards, not stopped by old traces."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

_USER = """
import signal, sys, time
from pathlib import Path
# Runs started in the background ignore it, and so would this process.
signal.signal(signal.SIGINT, signal.default_int_handler)
from registrar.embedded.postgres import database_url
print(database_url(Path(sys.argv[1]), name="registrar", durable=False), flush=True)
time.sleep(float(sys.argv[2]))
"""

Start = Callable[[Path, float], "subprocess.Popen[str]"]


@pytest.fixture
def user() -> Iterator[Start]:
    """A process that uses the server of a folder for so many seconds."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path, seconds: float) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", _USER, str(folder), str(seconds)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline().startswith("postgres://registrar:")
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def _server(folder: Path) -> psutil.Process | None:
    try:
        return psutil.Process(int((folder / "postmaster.pid").read_text().splitlines()[0]))
    except (OSError, psutil.Error):
        return None


def test_server_stops_with_its_last_user(tmp_path: Path, user: Start) -> None:
    folder = tmp_path / "postgres"
    first, second = user(folder, 60), user(folder, 0)
    second.wait()
    assert _server(folder) is not None
    first.send_signal(signal.SIGINT)
    first.wait()
    assert _server(folder) is None


def test_server_starts_again_after_everything_was_killed(tmp_path: Path, user: Start) -> None:
    folder = tmp_path / "postgres"
    first = user(folder, 60)
    server = _server(folder)
    assert server is not None
    first.kill()
    server.kill()
    first.wait()
    _wait_until_gone(server)
    pid_file = folder / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]))
    user(folder, 0).wait()
    assert _server(folder) is None


def test_abandoned_server_is_joined_and_stopped(tmp_path: Path, user: Start) -> None:
    folder = tmp_path / "postgres"
    first = user(folder, 60)
    first.kill()
    first.wait()
    assert _server(folder) is not None
    user(folder, 0).wait()
    assert _server(folder) is None


@pytest.mark.parametrize(
    "name", ["with space", "示例, 'quoted'", "x" * 120], ids=["space", "quotes", "long"]
)
def test_server_runs_in_awkward_folders(tmp_path: Path, user: Start, name: str) -> None:
    folder = tmp_path / name / "postgres"
    assert user(folder, 0).wait() == 0


def _wait_until_gone(server: psutil.Process) -> None:
    until = time.monotonic() + 30
    while server.is_running() and server.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < until
        time.sleep(0.05)
