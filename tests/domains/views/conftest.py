import pytest
from django.test import Client

from tests.browsers import sign_in


@pytest.fixture
def browser_of():
    """A signed-in browser that reads English; refusals come as answers, not as exceptions."""

    def make(user):
        client = Client(headers={"Accept-Language": "en"}, raise_request_exception=False)
        client.cookies["language"] = "en"
        sign_in(client, user)
        return client

    return make


@pytest.fixture
def browser(alice, browser_of):
    return browser_of(alice)
