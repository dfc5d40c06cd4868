"""Tampering as the owner of the tables could: with the triggers switched off."""

from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registrar.oplog.integrity import Broken, Damage, first_broken
from registrar.oplog.models import ChainHead, LogEntry
from registrar.tenancy.context import acting_as

SAFE = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | SAFE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SAFE, inner, max_size=3),
    max_leaves=8,
)


@contextmanager
def triggers_off():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # ALTER waits for no deferred check
        cursor.execute("ALTER TABLE oplog_logentry DISABLE TRIGGER USER")
        yield
        cursor.execute("ALTER TABLE oplog_logentry ENABLE TRIGGER USER")


@pytest.fixture
def five(log):
    return [log(f"template.step{n}") for n in range(1, 6)]


def broken(owner):
    with acting_as(owner):
        return first_broken(owner.account_id)


def tamper(owner, change):
    with acting_as(owner), triggers_off():
        change()


def test_whole_chain_has_nothing_broken(owner, five):
    assert broken(owner) is None


def test_empty_log_is_whole(owner):
    assert broken(owner) is None


@pytest.mark.parametrize(
    "change",
    [
        {"action": "template.other"},
        {"actor_label": "Mallory"},
        {"after": {"role": "owner"}},
        {"result": "refused"},
        {"occurred_at": "2020-01-01T00:00:00Z"},
        {"ip": "203.0.113.7"},
        {"digest": "0" * 64},
        {"previous_digest": "0" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_changed_entry_is_named(owner, five, change):
    tamper(owner, lambda: LogEntry.objects.filter(number=3).update(**change))
    assert broken(owner) == Broken(3, Damage.CHANGED)


@pytest.mark.parametrize("number", [1, 3, 5])
def test_removed_entry_is_named(owner, five, number):
    tamper(owner, lambda: LogEntry.objects.filter(number=number).delete())
    assert broken(owner) == Broken(number, Damage.MISSING)


def test_removed_tail_with_the_head_set_back_by_hand_is_named(owner, five):
    def cut():
        LogEntry.objects.filter(number=5).delete()
        ChainHead.objects.update(number=4)

    tamper(owner, cut)
    assert broken(owner) == Broken(4, Damage.HEAD)


def test_removed_head_is_named(owner, five):
    tamper(owner, lambda: ChainHead.objects.all().delete())
    assert broken(owner) == Broken(5, Damage.HEAD)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE oplog_logentry SET action = 'x'",
        "DELETE FROM oplog_logentry",
        "TRUNCATE oplog_logentry",
    ],
)
def test_database_refuses_every_change(owner, five, statement):
    with acting_as(owner):
        # The suite switches the trigger for TRUNCATE off to empty its tables.
        connection.cursor().execute(
            "SET CONSTRAINTS ALL IMMEDIATE;"
            "ALTER TABLE oplog_logentry ENABLE TRIGGER oplog_no_truncate"
        )
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement)
        assert LogEntry.objects.count() == 5


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.dictionaries(SAFE, VALUES, max_size=3), after=VALUES)
def test_digest_survives_the_database_for_any_values(owner, log, before, after):
    log(before=before, after={"value": after})
    assert broken(owner) is None


def test_command_says_whole_per_account(owner, five, globex, capsys):
    call_command("verify_operation_log")
    assert capsys.readouterr().out.splitlines() == ["acme: whole", "globex: whole"]


def test_command_on_a_broken_log_fails_and_names_the_entry(owner, five, globex, capsys):
    tamper(owner, lambda: LogEntry.objects.filter(number=2).update(reason="x"))
    with pytest.raises(CommandError) as failed:
        call_command("verify_operation_log")
    assert failed.value.returncode == 1
    assert "acme: entry 2 was changed" in capsys.readouterr().out
    call_command("verify_operation_log", "--account", "globex")


def test_command_for_an_unknown_account_fails(db):
    with pytest.raises(CommandError, match="nobody"):
        call_command("verify_operation_log", "--account", "nobody")
