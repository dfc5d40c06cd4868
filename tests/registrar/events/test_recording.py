"""What the log's entries are told as."""

import pytest

from registrar.accounts.services.profile import rename_account
from registrar.events.models import Event
from registrar.oplog.models import LogEntry
from registrar.oplog.services import record
from registrar.tenancy.context import acting_as
from tests.world import domain_of

pytestmark = pytest.mark.django_db


def test_an_entry_is_told_as_an_event_with_its_number(owner):
    with acting_as(owner):
        rename_account(actor=owner, name="新名")
        entry, event = LogEntry.objects.get(), Event.objects.get()
    assert (event.type, event.number) == ("account.renamed", entry.number)
    assert (event.object_type, event.object_id) == ("account", entry.object_id)
    assert (event.occurred_at, event.actor_kind, event.data) == (entry.occurred_at, "user", {})


def test_a_silent_action_is_told_to_nobody(acme, inside):
    with inside(acme) as actor:
        record(actor=actor, action="step_up.sent", about=domain_of(acme, "example.com"))
        assert LogEntry.objects.count() == 1
        assert not Event.objects.exists()


def test_another_account_sees_no_event(owner, acme, globex, inside):
    with acting_as(owner):
        rename_account(actor=owner, name="新名")
    with inside(globex):
        assert not Event.objects.exists()
