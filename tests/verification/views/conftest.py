"""Alice at her browser, reading English."""

import pytest
from django.test import Client

from registrar.accounts.models import User
from tests.browsers import sign_in


@pytest.fixture
def signed_in(client: Client, alice: User) -> Client:
    sign_in(client, alice)
    client.cookies["language"] = "en"
    return client
