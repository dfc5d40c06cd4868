"""The one running system that tests here and in the browser share."""

from collections.abc import Iterator

import pytest

from tests.stack.api import Api
from tests.stack.harness import Stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """With everything that the demo brings along: embedded PostgreSQL, the broker of files."""
    running = Stack(tmp_path_factory.mktemp("stack") / "var")
    yield running.start()
    running.clean_up()


@pytest.fixture
def globex_api(stack: Stack) -> Api:
    """A trusted account: no first review."""
    return Api(stack, "globex")


@pytest.fixture
def acme_api(stack: Stack) -> Api:
    return Api(stack, "acme")
