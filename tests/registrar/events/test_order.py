"""Who reads on by the cursor sees each event once and in order, whoever writes meanwhile."""

import threading
from contextlib import suppress
from random import Random

import pytest
from django.db import connection

from registrar.accounts.models import Account
from registrar.accounts.services.as_object import AccountAsObject
from registrar.events.cursors import beginning
from registrar.events.selectors import Wanted, read_events
from registrar.oplog.models import LogEntry
from registrar.oplog.services import record
from registrar.tenancy.context import acting_as

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, CHANGES = 4, 12


class Undone(Exception):
    pass


def change(actor, account, times, *, undo=False):
    """So many entries in one transaction."""
    with acting_as(actor):
        for __ in range(times):
            about = AccountAsObject(account)
            record(actor=actor, action="account.renamed", about=about)
        if undo:
            raise Undone


def write(actor, account, seed):
    random = Random(seed)
    try:
        for __ in range(CHANGES):
            with suppress(Undone):
                change(actor, account, random.randint(1, 3), undo=random.random() < 0.25)
    finally:
        connection.close()


def read_on(actor, position):
    """What has come since, in small pages."""
    numbers = []
    while True:
        with acting_as(actor):
            page = read_events(actor=actor, wanted=Wanted(), position=position, limit=5)
        numbers += [event.number for event in page.items]
        position = page.position
        if not page.more:
            return numbers, position


def test_reader_beside_many_writers_misses_nothing_and_reads_nothing_twice(owner, acme: Account):
    writers = [threading.Thread(target=write, args=(owner, acme, seed)) for seed in range(WRITERS)]
    for thread in writers:
        thread.start()
    seen, position = [], beginning()
    while any(thread.is_alive() for thread in writers):
        numbers, position = read_on(owner, position)
        seen += numbers
    seen += read_on(owner, position)[0]
    with acting_as(owner):
        written = list(LogEntry.objects.order_by("number").values_list("number", flat=True))
    assert len(written) >= WRITERS * CHANGES / 2
    assert seen == written


def test_change_that_is_undone_is_no_event(owner, acme: Account):
    with pytest.raises(Undone):
        change(owner, acme, 2, undo=True)
    assert read_on(owner, beginning())[0] == []


def test_event_that_is_not_committed_holds_up_later_ones(owner, acme: Account):
    """Else a reader would go on from the later one and never see the earlier."""
    written, go_on = threading.Event(), threading.Event()

    def slow():
        try:
            with acting_as(owner):
                record(actor=owner, action="account.renamed", about=AccountAsObject(acme))
                written.set()
                go_on.wait(10)
        finally:
            connection.close()

    def quick():
        try:
            change(owner, acme, 1)
        finally:
            connection.close()

    first, second = threading.Thread(target=slow), threading.Thread(target=quick)
    first.start()
    assert written.wait(10)
    second.start()
    seen, position = read_on(owner, beginning())
    assert seen == []
    go_on.set()
    first.join(10)
    second.join(10)
    assert read_on(owner, position)[0] == [1, 2]
