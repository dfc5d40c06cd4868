from collections.abc import Callable

import pytest
from django.test import Client

from registrar.accounts.models import User


@pytest.fixture
def browse() -> Callable[..., Client]:
    """`browse(alice)`: a signed-in browser that reads English."""

    def make(user: User, language: str = "en") -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        client.cookies["language"] = language
        return client

    return make
