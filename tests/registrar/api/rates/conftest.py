"""Rates of a test's own, counted from nothing, and a Redis that is real."""

import shutil
import socket
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.utils import timezone

from registrar.api.rates.counters import current_counters
from registrar.api.rates.rate import parse_rates


@pytest.fixture
def rates(settings) -> Iterator[Callable[..., None]]:
    """`rates(key="2/minute")`: these and no others; what was counted before is forgotten.

    The clock stands in the middle of a minute, so that none begins during the test.
    """

    def use(**texts: str) -> None:
        groups = ("key", "write", "account", "wrong_key")
        settings.API_RATES = {g: parse_rates(g, texts.get(g, "")) for g in groups}
        current_counters().own.storage.reset()

    with time_machine.travel(timezone.now().replace(minute=30, second=30), tick=False):
        yield use


@pytest.fixture(scope="session")
def redis_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    binary = shutil.which("redis-server")
    if binary is None:
        pytest.skip("there is no redis-server")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("redis")
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    server = subprocess.Popen([binary, *options], stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def redis_url(redis_port: int) -> str:
    """An address that no other test has counted under."""
    return f"redis://127.0.0.1:{redis_port}/0?client_name={uuid.uuid4().hex}"


def _wait_for(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError("redis-server does not answer")
