"""Acme's domain failed its verification; Bob wants it to work again."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from domains.models import Domain
from registrar.accounts.models import User
from tests import world
from tests.browsers import signed_in_client
from verification.models import Submission

NAME_MESSAGE = "注册者证明资料上的名称与系统中的注册者名称不一致"


@pytest.fixture
def failed(acme, inside) -> Domain:
    """shop.com of 张示例, failed once at the authority because of the name."""
    with inside(acme):
        domain = world.domain_of(
            acme,
            "shop.com",
            real_name="failed",
            contact={"contact_name_zh": "张示例"},
            epp_statuses=["serverHold"],
        )
        fail_again(domain)
    return domain


def fail_again(domain: Domain, **fields: object) -> Submission:
    """One more failed submission of `domain`; inside the fence already."""
    values = {
        "domain": domain,
        "state": "failed",
        "stage": "authority",
        "raw_messages": [NAME_MESSAGE],
        "ended_at": timezone.now(),
    }
    return world.submission_of(domain.account, **(values | fields))


@pytest.fixture
def verified_template(acme, inside):
    def make(**fields: object):
        with inside(acme):
            values = {"state": "verified", "verified_at": timezone.now()}
            return world.template_of(acme, **(values | fields))

    return make


@pytest.fixture
def proved(enter_code) -> Callable[..., None]:
    """`proved(bob)` - has entered the code for a change of registrant just now."""
    return lambda user: enter_code(user, "change_registrant")


@pytest.fixture
def browser() -> Callable[[User], Client]:
    return signed_in_client
