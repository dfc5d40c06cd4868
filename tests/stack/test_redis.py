"""A broker that is a server, killed while submissions are under way."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stack.api import Api
from tests.stack.harness import Stack, free_port, wait_for

SWEEP_INTERVAL = 2  # the demo's


class Redis:
    """A private server; what it held dies with it."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        binary = shutil.which("redis-server")
        assert binary is not None
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly"]
        self._process = subprocess.Popen(
            [binary, *options, "no", "--dir", str(self._folder)], stdout=subprocess.DEVNULL
        )

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    if shutil.which("redis-server") is None:
        pytest.skip("there is no redis-server")
    server = Redis(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def redis_stack(tmp_path_factory: pytest.TempPathFactory, redis: Redis) -> Iterator[Stack]:
    """One for both tests: each leaves server and system as they were."""
    var = tmp_path_factory.mktemp("on redis") / "my data"
    stack = Stack(var, environment={"BROKER_URL": f"redis://127.0.0.1:{redis.port}/0"})
    yield stack.start()
    stack.clean_up()


def test_killed_redis_loses_and_doubles_nothing(redis_stack: Stack, redis: Redis) -> None:
    api = Api(redis_stack, "globex")
    ids = [api.submit_new_template() for _ in range(2)]
    prepared = [api.prepare_template() for _ in range(2)]
    for body in prepared:
        api.wait_until_read(body["materials"][0])
    redis.kill()
    ids += [api.submit(body) for body in prepared]
    # Whose picture is uploaded now is read when the broker is back.
    prepared = [api.prepare_template()]
    redis.start()
    ids += [api.submit(body) for body in prepared]
    _expect_one_result_each(api, ids)


def test_redis_killed_while_the_worker_has_its_hands_full(redis_stack: Stack, redis: Redis) -> None:
    """The worker hears of it only when it can't acknowledge what it has done."""
    api = Api(redis_stack, "globex")
    # Read before: the demo's own pictures may still wait, and the sweep that wakes the reader for
    # them is a task like the others.
    prepared = [api.prepare_template() for _ in range(2)]
    for body in prepared:
        api.wait_until_read(body["materials"][0])
    with redis_stack.worker_stuck_in_tasks():
        ids = [api.submit(body) for body in prepared]
        time.sleep(3 * SWEEP_INTERVAL)  # enough work for every hand, and no more is asked for
        redis.kill()
    time.sleep(SWEEP_INTERVAL)  # the tasks end, and the broker is away
    redis.start()
    _expect_one_result_each(api, ids)


def _expect_one_result_each(api: Api, ids: list[str]) -> None:
    wait_for(lambda: api.all_ended(ids), within=120, for_what="every submission's end")
    assert {one: api.results(one) for one in ids} == {one: ["submission.passed"] for one in ids}
