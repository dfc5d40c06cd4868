"""Templates of acme, made through the services as everybody else makes them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from registrar.accounts.api_keys import make_key
from registrar.accounts.models import Account, ApiKey
from registrar.accounts.permissions import SCOPES, Role
from registrar.tenancy.actor import Actor, system_actor
from registrar.tenancy.context import acting_as
from templates_app import services
from templates_app.models import InfoTemplate
from templates_app.rules.template_rules import TemplateFields
from tests.event_data import checked_events
from tests.templates_app.samples import PERSON

__all__ = ["checked_events"]

# How to get a new template into each state, by services only.
PATHS: dict[str, list[str]] = {
    "unverified": [],
    "in_review": ["enter_review"],
    "verified": ["enter_review", "pass_review"],
    "failed": ["enter_review", "fail_review"],
    "disabled": ["disable_template"],
}


@pytest.fixture
def make_template() -> Callable[..., InfoTemplate]:
    """`make_template(acme, state="verified", name_zh=…)`; enters the fence by itself."""

    def make(
        account: Account,
        state: str = "unverified",
        fields: TemplateFields = PERSON,
        **changed: str,
    ) -> InfoTemplate:
        with acting_as(system_actor(account.pk)) as actor:
            template = services.create_template(actor=actor, fields=replace(fields, **changed))
            for verb in PATHS[state]:
                template = getattr(services, verb)(actor=actor, template=template)
            return template

    return make


@pytest.fixture
def owner(acme, alice, actor_of) -> Actor:
    return actor_of(acme, alice, Role.OWNER)


@pytest.fixture
def viewer(acme, vera, actor_of) -> Actor:
    return actor_of(acme, vera, Role.VIEWER)


@pytest.fixture
def browse_as(alice) -> Client:
    """Alice's browser, reading English."""
    client = Client(raise_request_exception=False)
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def api_key(acme) -> str:
    """The text of a key of acme with every scope."""
    text, prefix, hashed = make_key()
    with acting_as(system_actor(acme.pk)):
        ApiKey.objects.create(
            account=acme, name="key", prefix=prefix, secret_hash=hashed, scopes=list(SCOPES)
        )
    return text
