"""A real Chromium against a live server; skipped by name where there is none."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.demo_people import Person
from tests.stack.harness import Stack

_ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def chromium_path() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium found: install one or set CHROMIUM")
    # Playwright's loop runs in this thread; the ORM takes it for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, headless=True, args=_ARGS)
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def let_requests_end() -> None:
    """Wait until the live server has answered everything that it was asked.

    A page that is closed leaves its last request running in a thread of this process: the clean-up
    of the tables would wait for its locks, and the request would find the database shut.
    """
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=20)


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """`open_context(width=390, …)`: a fresh browser profile, closed after the test."""
    opened: list[BrowserContext] = []

    def open_one(*, width: int = 1440, height: int = 900, **options: object) -> BrowserContext:
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, **options)
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()
    let_requests_end()


@pytest.fixture
def visit(open_context: Callable[..., BrowserContext], stack: Stack) -> Callable[..., Person]:
    """`visit(email, …)`: somebody of the running demo signs in."""
    return partial(Person, open_context, stack)
