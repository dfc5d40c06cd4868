"""`GET /domains` in a table of a million rows: beside a small table, and beside a bare list view.

The bare view is what Django REST framework gives for nothing: no key, no fence, no limits, one
query over the same rows and fields, through the same middleware.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import (
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
    teardown_test_environment,
)
from django.urls import include, path
from rest_framework.generics import ListAPIView
from rest_framework.pagination import CursorPagination
from rest_framework.serializers import ModelSerializer, SlugRelatedField

from domains.models import Domain
from registrar.accounts.models import Account
from registrar.accounts.services.keys import create_key
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from tests import world
from tests.bench.copies import copy_row
from tests.bench.figures import Figure, share, timed

SMALL = 1_000
OWN = 100_000
ALL = 1_000_000
ROUNDS = 100
LISTS = {
    "first page": "",
    "one status": "?service_status=verification_failed",
    "by expiry": "?sort=expires_at",
    "newest": "?sort=-registered_at",
    "200 rows": "?limit=200",
}


class _BareShape(ModelSerializer[Domain]):
    template = SlugRelatedField(slug_field="uid", read_only=True)

    class Meta:
        model = Domain
        fields = (
            "name",
            "unicode_name",
            "service_status",
            "lifecycle",
            "real_name",
            "registrant_change",
            "transfer",
            "epp_statuses",
            "template",
            "holder_type",
            "registrant_name",
            "registered_at",
            "expires_at",
            "auto_renew",
            "tags",
        )


class _Pages(CursorPagination):
    page_size = 50
    ordering = ("name", "id")


class _BareView(ListAPIView[Domain]):
    authentication_classes: list[Any] = []
    permission_classes: list[Any] = []
    throttle_classes: list[Any] = []
    pagination_class = _Pages
    serializer_class = _BareShape

    def get_queryset(self) -> Any:
        rows = Domain.unfenced_manager.filter(account__slug="bench").select_related("template")
        return rows.defer("template__document_number", "contact")


urlpatterns = [
    path("bare/domains", _BareView.as_view()),
    path("", include("registrar.urls")),
]


def measure() -> Iterator[Figure]:
    """In a database of its own, as the suite has one."""
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with override_settings(ROOT_URLCONF=__name__):
            yield from _figures()
    finally:
        teardown_databases(databases, verbosity=0)
        teardown_test_environment()


def _figures() -> Iterator[Figure]:
    with acting_as(system_staff_actor()):
        own, other = (Account.objects.create(slug=s, name=s) for s in ("bench", "other"))
    with acting_as(system_actor(own.pk)) as actor:
        key = create_key(actor=actor, name="bench", scopes=["domains:read"], expires_at=None)
    api = Client(headers={"Authorization": f"Bearer {key.text}"})
    _fill(own, SMALL, "a")
    small = {name: _listed(api, name, query, "1,000 rows") for name, query in LISTS.items()}
    yield from small.values()
    _fill(own, OWN - SMALL, "b")
    _fill(other, ALL - OWN, "c")
    large = {name: _listed(api, name, query, "1,000,000 rows") for name, query in LISTS.items()}
    yield from large.values()
    for name in LISTS:
        yield share(f"domains: {name}, large / small", large[name], small[name], below=1.5)
    with _told_to_the_session(own):
        bare = timed("domains: bare list view", partial(_get, Client(), "/bare/domains"), _rounds())
    yield bare
    yield share("domains: first page / bare view", large["first page"], bare, below=2)


def _listed(client: Client, name: str, query: str, table: str) -> Figure:
    address = f"/api/v1/domains{query}"
    _get(client, address)
    with CaptureQueriesContext(connection) as caught:
        _get(client, address)
    label = f"domains: {name}, {table} ({len(caught)} queries)"
    return timed(label, partial(_get, client, address), _rounds())


def _get(client: Client, address: str, _round: int = 0) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content


def _rounds() -> range:
    return range(ROUNDS)


@contextmanager
def _told_to_the_session(account: Account) -> Iterator[None]:
    """The fence, entered once for the whole connection: the bare view knows nothing of it."""
    _tell(str(account.pk))
    try:
        yield
    finally:
        _tell("")


def _tell(account: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('registrar.account', %s, false)", [account])


def _fill(account: Account, count: int, mark: str) -> None:
    """One domain is made as usual, all others are copies: nine in ten verified."""
    with acting_as(system_actor(account.pk)):
        template = world.template_of(account, state="verified")
        first = world.domain_of(account, f"{mark}.com", template=template, real_name="verified")
        name = f"'{mark}' || n || '.com'"
        changed = {
            "name": name,
            "unicode_name": name,
            "real_name": "CASE WHEN n % 10 = 0 THEN 'failed' ELSE 'verified' END",
            "registered_at": "now() - (n % 3000) * interval '7 hours'",
            "expires_at": "now() + (n % 3000) * interval '7 hours'",
        }
        copy_row(Domain, first.pk, count - 1, changed)
    with connection.cursor() as cursor:
        # Else the server's own vacuum of so many new rows would run while we measure.
        cursor.execute("VACUUM (ANALYZE)")
