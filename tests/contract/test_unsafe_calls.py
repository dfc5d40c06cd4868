"""The rules of every call that changes something: rehearsed, repeated, strict in what it takes."""

import socket
from dataclasses import replace

import pytest
from celery import Task
from django.core.files.storage import Storage
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client

from registrar.accounts.api_keys import make_key
from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import SCOPES
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from tests.contract.operations import operations
from tests.contract.unsafe_calls import CALLS, MANY
from tests.world import build

pytestmark = pytest.mark.django_db
ALL = operations()
UNSAFE = [operation for operation in ALL if operation.is_unsafe]
UNSAFE += [replace(one, variant=MANY) for one in UNSAFE if f"{one}{MANY}" in CALLS]
TAGGED = [o for o in ALL if o.method == "GET" and o.view.resource is not None]
STRANGE = "colour"


@pytest.fixture
def world(acme, alice):
    return build(acme, alice, secret="acme")


@pytest.fixture
def client(world):
    """With a key of its own: the world's is revoked and changed."""
    key, prefix, hashed = make_key()
    with acting_as(system_actor(world.account.pk)):
        ApiKey.objects.create(
            account=world.account,
            name="caller",
            prefix=prefix,
            secret_hash=hashed,
            scopes=list(SCOPES),
        )
    made = Client(headers={"Authorization": f"Bearer {key}", "Accept-Language": "en"})
    made.get("/api/v1/me")  # when a key was used last is noted once a minute
    return made


@pytest.fixture
def call(client, world):
    """`call(operation)`: as it succeeds."""

    def send(operation, *, query="", more=None, **headers):
        how = CALLS[str(operation)]
        with acting_as(system_actor(world.account.pk)):
            body = how.body(world) | (more or {})
        kind = {} if how.multipart else {"content_type": "application/json"}
        method = getattr(client, operation.method.lower())
        return method(operation.route.path(world) + query, body, headers=headers, **kind)

    return send


@pytest.fixture
def prepared(world):
    def prepare(operation):
        with acting_as(system_actor(world.account.pk)):
            CALLS[str(operation)].first(world)

    return prepare


@pytest.fixture
def outside(monkeypatch):
    """Whatever leaves the database: tasks and mails sent, files written or deleted, connections."""
    seen = []

    def noting(name):
        return lambda *args, **_kwargs: seen.append((name, *map(str, args)))

    monkeypatch.setattr(Task, "apply_async", noting("task"))
    monkeypatch.setattr(EmailMessage, "send", noting("mail"))
    monkeypatch.setattr(Storage, "save", noting("file"))
    monkeypatch.setattr(Storage, "delete", noting("file"))
    monkeypatch.setattr(socket.socket, "connect", noting("connection"))
    return seen


def everything():
    """Every row of every table, as one digest a table."""
    with acting_as(system_staff_actor()), connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        each = " UNION ALL ".join(
            f"SELECT '{table}', count(*),"
            f" md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM \"{table}\" t"
            for table in tables
        )
        cursor.execute(each)
        return {table: (count, digest) for table, count, digest in cursor.fetchall()}


def test_every_unsafe_operation_is_walked():
    """A new one says in tests/contract/unsafe_calls.py how it succeeds."""
    assert {str(operation) for operation in UNSAFE} == set(CALLS)
    assert len(TAGGED) >= 4


def test_condition_and_transactions_of_its_own_do_not_go_together():
    for operation in ALL:
        assert operation.view.resource is None or not operation.view.own_transactions, operation


@pytest.mark.parametrize("operation", UNSAFE, ids=str)
def test_dry_run_succeeds_like_the_call_and_changes_nothing(
    operation, call, prepared, outside, django_capture_on_commit_callbacks
):
    prepared(operation)
    before = everything()
    with django_capture_on_commit_callbacks(execute=True):
        dry = call(operation, query="?dry_run=true")
    assert 200 <= dry.status_code < 300, dry.content
    assert dry["Dry-Run"] == "true"
    assert everything() == before
    assert outside == []


@pytest.mark.parametrize("operation", UNSAFE, ids=str)
def test_call_repeated_under_its_key_changes_nothing_more(operation, call, prepared):
    prepared(operation)
    before = everything()
    first, done = call(operation, idempotency_key="k"), everything()
    assert 200 <= first.status_code < 300, first.content
    assert done != before
    again = call(operation, idempotency_key="k")
    assert again["Idempotency-Replayed"] == "true"
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert everything() == done


@pytest.mark.parametrize("operation", UNSAFE, ids=str)
def test_call_for_a_state_that_is_not_stops_before_it_changes_anything(operation, call, prepared):
    prepared(operation)
    before = everything()
    answer = call(operation, if_match='"0123456789abcdef"')
    assert (answer.status_code, answer.json()["code"]) == (412, "precondition_failed")
    assert everything() == before


@pytest.mark.parametrize("operation", TAGGED, ids=str)
def test_tag_is_strong_and_the_same_in_every_language(operation, client, world):
    path = operation.route.path(world)
    english, chinese = (
        client.get(path, headers={"Accept-Language": language}) for language in ("en", "zh-hans")
    )
    assert english["ETag"].startswith('"')
    assert english["ETag"] == chinese["ETag"]
    known = client.get(path, headers={"If-None-Match": english["ETag"]})
    assert (known.status_code, known.content) == (304, b"")


@pytest.mark.parametrize("operation", ALL, ids=str)
def test_unknown_parameter_is_refused_by_its_name(operation, client, world):
    """Before anything is done, and wherever it stands in the address."""
    path = operation.route.path(world)
    send = getattr(client, operation.method.lower())
    answer = send(f"{path}?{STRANGE}=red", **_as_json(operation))
    assert answer.status_code == 400, answer.content
    assert (STRANGE, "unknown_parameter") in named(answer)


@pytest.mark.parametrize("operation", UNSAFE, ids=str)
def test_unknown_field_is_refused_by_its_name(operation, call, prepared):
    prepared(operation)
    before = everything()
    answer = call(operation, more={STRANGE: "red"})
    assert answer.status_code == 400, answer.content
    assert (STRANGE, "unknown_field") in named(answer)
    assert everything() == before


def named(answer):
    return {(error["field"], error["code"]) for error in answer.json()["errors"]}


def _as_json(operation):
    return {"content_type": "application/json"} if operation.is_unsafe else {}
