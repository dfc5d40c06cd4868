"""How long a batch of 4,000 changes of registrant takes to be accepted, through the API."""

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from unittest.mock import patch

from django.db import connection
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.utils import timezone

from domains.models import Domain
from registrar.accounts.api_keys import make_key
from registrar.accounts.models import Account, ApiKey
from registrar.accounts.permissions import SCOPES
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from tests import world
from tests.bench.figures import Figure, timed

ITEMS = 4000
ROUNDS = 3


def measure() -> Iterator[Figure]:
    """In a database of its own, as the suite has one; no worker takes what is accepted."""
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with patch("registrar.jobs.hurry"):
            yield from _figures()
    finally:
        teardown_databases(databases, verbosity=0)


def _figures() -> Iterator[Figure]:
    with acting_as(system_staff_actor()):
        account = Account.objects.create(slug="bench", name="bench")
    key, body = _fill(account)
    with connection.cursor() as cursor:
        # A database that has lived for a minute has done so by itself.
        cursor.execute("ANALYZE")
    client = Client(headers={"Authorization": f"Bearer {key}", "Accept-Language": "en"})

    def accept(_round: int) -> None:
        sent = client.post("/api/v1/operations", body, content_type="application/json")
        answer = sent.json()
        assert (sent.status_code, answer["counts"]["waiting"]) == (202, ITEMS)
        assert len(answer["items"]) == ITEMS

    yield timed(f"accept {ITEMS} changes of registrant", accept, range(ROUNDS), target=3000)


def _fill(account: Account) -> tuple[str, str]:
    """A key, and a body that moves each of the account's domains to a verified template."""
    text, prefix, hashed = make_key()
    now, mark = timezone.now(), uuid.uuid4().hex[:6]
    with acting_as(system_actor(account.pk)):
        ApiKey.objects.create(
            account=account, name="bench", prefix=prefix, secret_hash=hashed, scopes=list(SCOPES)
        )
        template = world.template_of(account, state="verified", verified_at=now)
        rows = [_domain(account, f"d{number}-{mark}.com", now) for number in range(ITEMS)]
        names = [domain.name for domain in Domain.objects.bulk_create(rows)]
    order = {"operation": "change_registrant", "template": template.public_id}
    return text, json.dumps({"items": [order | {"domain": name} for name in names]})


def _domain(account: Account, name: str, now: dt.datetime) -> Domain:
    return Domain(
        account=account,
        name=name,
        unicode_name=name,
        suffix="com",
        holder_type="individual",
        registrant_name="示例",
        real_name="failed",
        registered_at=now - dt.timedelta(days=730),
        expires_at=now + dt.timedelta(days=365),
    )
