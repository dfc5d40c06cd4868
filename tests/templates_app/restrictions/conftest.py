"""Kit keeps the lists, Rita reviews, Stan is staff without permissions."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from registrar.accounts.models import User
from registrar.tenancy.actor import Actor, ActorKind
from tests.browsers import sign_in
from tests.conftest import PASSWORD


def _staff(email: str, group: str = "") -> User:
    user = User.objects.create_user(email, PASSWORD, name=email[:4].title(), is_staff=True)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def kit(db) -> User:
    return _staff("kitty@registrar.example", "restrictions")


@pytest.fixture
def rita(db) -> User:
    return _staff("rita@registrar.example", "reviewers")


@pytest.fixture
def stan(db) -> User:
    return _staff("stan@registrar.example")


@pytest.fixture
def keeper(kit) -> Actor:
    return staff_actor_of(kit)


@pytest.fixture
def browse() -> Callable[..., Client]:
    """`browse(kit)`: a signed-in browser that reads English."""

    def make(user: User, language: str = "en") -> Client:
        client = Client()
        sign_in(client, user)
        client.cookies["language"] = language
        return client

    return make


def staff_actor_of(user: User) -> Actor:
    return Actor(
        kind=ActorKind.STAFF, account_id=None, label=user.name, user_id=user.pk, ip="192.0.2.9"
    )
