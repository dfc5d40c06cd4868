"""Two accounts with one of everything each, made once for the whole run."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from pytest_django import DjangoDbBlocker

from registrar.accounts.models import Account, Membership, User
from registrar.accounts.permissions import Role
from registrar.embedded.documents import draw_id_card
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from tests.world import NUMBER, World, build
from verification.services.stored import save_material


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside never happened, and nothing waits for its commit."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def kept_connection() -> Iterator[None]:
    """A request closes no connection: it is the one that everything is undone on."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture(scope="package")
def worlds(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[World, World]]:
    with django_db_blocker.unblock(), kept_connection(), undone():
        yield _world("acme", "quokkamark"), _world("globex", "numbatmark")


def _world(slug: str, secret: str) -> World:
    with acting_as(system_staff_actor()):
        account = Account.objects.create(slug=slug, name=f"{secret} Ltd")
    user = User.objects.create_user(f"{secret}@{slug}.example", name=secret)
    with acting_as(system_actor(account.pk)):
        Membership.objects.create(account=account, user=user, role=Role.OWNER)
    world = build(account, user, secret=secret)
    with acting_as(system_actor(account.pk)):
        # A row without its picture would only ever be answered as unavailable.
        world.material.storage_name = save_material(draw_id_card(secret, NUMBER))
        world.material.save()
    return world
