"""Starting, stopping, and starting again after everything was killed."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.stack.api import Api
from tests.stack.harness import Stack, wait_for


@pytest.fixture
def mortal(own_var: Path, servers: dict[str, str]) -> Iterator[Stack]:
    """A system of our own, to be stopped and killed; on servers if the environment names any."""
    stack = Stack(own_var, environment=servers)
    yield stack
    stack.clean_up()


def _count(stack: Stack) -> int:
    return len(Api(stack, "acme").get("/domains", limit="200")["items"])


def test_stack_stops_cleanly_and_keeps_its_data(mortal: Stack) -> None:
    mortal.start()
    keys = {slug: account["api_key"] for slug, account in mortal.demo["accounts"].items()}
    submission = Api(mortal, "globex").submit_new_template()
    domains = _count(mortal)
    assert mortal.stop(signal.SIGINT) == 0, mortal.output
    assert mortal.processes() == []

    mortal.start()
    assert keys == {slug: account["api_key"] for slug, account in mortal.demo["accounts"].items()}
    assert _count(mortal) == domains
    api = Api(mortal, "globex")
    wait_for(lambda: api.all_ended([submission]), within=30, for_what="the submission's end")

    mortal.kill()
    mortal.start()
    assert requests.get(f"{mortal.base_url}/readyz", timeout=10).status_code == 200
    assert mortal.stop(signal.SIGTERM) == 0, mortal.output
    assert mortal.processes() == []
