from collections.abc import Callable

import pytest
from django.test import Client

from registrar.accounts.models import User
from tests.browsers import sign_in


@pytest.fixture
def browse() -> Callable[..., Client]:
    """`browse(alice)`: a signed-in browser that reads English."""

    def make(user: User, language: str = "en") -> Client:
        client = Client(raise_request_exception=False)
        sign_in(client, user)
        client.cookies["language"] = language
        return client

    return make
