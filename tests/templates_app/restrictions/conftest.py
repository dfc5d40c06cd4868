"""Kit keeps the lists, Rita reviews, Stan is staff without permissions."""

import pytest

from registrar.accounts.models import User
from registrar.tenancy.actor import Actor
from tests.staff import add_staff, staff_actor_of


@pytest.fixture
def kit(db) -> User:
    return add_staff("Kit", "restrictions")


@pytest.fixture
def keeper(kit) -> Actor:
    return staff_actor_of(kit)
