"""Registries start empty in each test, and are put back afterwards."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from registrar.console import navigation, panels, search, topbar


@pytest.fixture(autouse=True)
def empty_registries() -> Iterator[None]:
    stores = (navigation._items, panels._panels, search._sources, topbar._entries)
    before = [dict(store) for store in stores]
    for store in stores:
        store.clear()
    yield
    for store, content in zip(stores, before, strict=True):
        store.clear()
        store.update(content)


@pytest.fixture
def get(rf: RequestFactory) -> HttpRequest:
    return rf.get("/")
