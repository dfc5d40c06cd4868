"""Old events go, and whoever could have missed some is told."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.accounts.services.as_object import AccountAsObject
from registrar.events import tasks
from registrar.events.models import Event
from registrar.oplog.services import record
from tests.registrar.events.test_api import EVENTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def events_of(inside):
    """`events_of(acme, 91, 3)`: one event for each age in days."""

    def make(account, *ages):
        with inside(account) as actor:
            for age in ages:
                about = AccountAsObject(account)
                entry = record(actor=actor, action="account.renamed", about=about)
                then = timezone.now() - dt.timedelta(days=age)
                Event.objects.filter(number=entry.number).update(occurred_at=then)

    return make


def left(account, inside):
    with inside(account):
        return list(Event.objects.order_by("number").values_list("number", flat=True))


def test_sweep_removes_what_is_too_old_in_every_account(acme, globex, events_of, inside):
    events_of(acme, 91, 200, 89)
    events_of(globex, 95, 1)
    tasks.sweep_old_events()
    assert (left(acme, inside), left(globex, inside)) == ([3], [2])


def test_sweep_removes_a_portion_the_oldest_first(acme, events_of, inside, monkeypatch):
    monkeypatch.setattr(tasks, "PORTION", 2)
    events_of(acme, 100, 300, 200)
    tasks.sweep_old_events()
    assert left(acme, inside) == [1]
    tasks.sweep_old_events()
    assert left(acme, inside) == []


def test_how_long_events_are_kept_is_a_setting(acme, events_of, inside, settings):
    settings.EVENT_RETENTION_DAYS = 2
    events_of(acme, 3, 1)
    tasks.sweep_old_events()
    assert left(acme, inside) == [2]


def test_cursor_of_a_reader_that_stayed_away_too_long_is_refused(
    acme, events_of, holding_key, time_machine
):
    time_machine.move_to(timezone.now())
    events_of(acme, 0)
    client = holding_key("events:read", "logs:read")
    cursor = client.get(EVENTS).json()["cursor"]
    time_machine.shift(dt.timedelta(days=89))
    renewed = client.get(EVENTS, {"cursor": cursor}).json()["cursor"]
    time_machine.shift(dt.timedelta(days=2))
    refused = client.get(EVENTS, {"cursor": cursor})
    assert (refused.status_code, refused.json()["code"]) == (400, "cursor_expired")
    # In a quiet account asking alone keeps a cursor young.
    assert client.get(EVENTS, {"cursor": renewed}).status_code == 200
