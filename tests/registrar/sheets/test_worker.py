"""Portions of an import: killed, cut short, raced or broken, each row is carried out once."""

import datetime as dt

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection
from django.utils import timezone

from domains.models import Domain
from registrar.accounts.models import Membership
from registrar.errors import StateConflict
from registrar.oplog.models import LogEntry
from registrar.sheets import tasks, working
from registrar.sheets.models import SheetImport, SheetRow, SheetUpload
from registrar.sheets.services import advancing, carrying_out, storing
from registrar.sheets.services.running import cancel_import, run_import
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate

from .conftest import codes, csv_of, templates_csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def lease_over(acme, inside):
    """The worker that had it is long dead."""

    def over(found):
        with inside(acme):
            SheetImport.objects.filter(pk=found.pk).update(due_at=timezone.now())

    return over


@pytest.fixture
def confirm(operator):
    def run(found, **more):
        with acting_as(operator):
            return run_import(actor=operator, found=found, **more)

    return run


def many_domains(*names):
    return csv_of(["name", "tags"], *([name, "x"] for name in names))


def test_worker_killed_while_it_stores_rows_costs_none_and_doubles_none(
    received, worked, rows, reread, lease_over, monkeypatch
):
    monkeypatch.setattr(storing, "BATCH", 2)
    found = received("domains", many_domains("a.com", "b.com", "c.com", "d.com", "e.com"))
    real, calls = storing._insert, []

    def killed(*args):
        calls.append(args)
        if len(calls) == 2:
            raise SystemExit
        real(*args)

    monkeypatch.setattr(storing, "_insert", killed)
    with pytest.raises(SystemExit):
        worked(found)
    assert [row.number for row in rows(found)] == [2, 3]
    worked(found)
    assert reread(found).state == "reading"  # the lease holds
    lease_over(found)
    worked(found)
    assert [row.number for row in rows(found)] == [2, 3, 4, 5, 6]
    assert reread(found).state == "preview"


def test_worker_killed_while_it_carries_out_makes_no_template_twice(
    acme, inside, previewed, confirm, worked, rows, reread, lease_over, monkeypatch
):
    found = previewed("templates", templates_csv({}, {"document_number": "11010119900307002X"}))
    confirm(found)
    real = carrying_out.move

    def killed(transition):
        real(transition)
        moved.append(transition)
        if len(moved) == 2:
            raise SystemExit

    moved = []
    monkeypatch.setattr(carrying_out, "move", killed)
    with pytest.raises(SystemExit):
        worked(found)
    monkeypatch.setattr(carrying_out, "move", real)
    lease_over(found)
    worked(found)
    with inside(acme):
        assert InfoTemplate.objects.count() == 2
        assert LogEntry.objects.filter(action="template.created").count() == 2
    assert [row.state for row in rows(found)] == ["done", "done"]
    assert reread(found).state == "done"


def test_portion_cut_short_goes_on_and_a_file_that_never_ends_is_given_up(
    received, worked, reread, monkeypatch
):
    found = received("domains", many_domains("a.com"))

    def slow(**_more):
        raise SoftTimeLimitExceeded

    monkeypatch.setattr(working, "store_rows", slow)
    worked(found)
    failed = reread(found)
    assert (failed.state, failed.refusal[0]["code"]) == ("failed", "unreadable")
    assert failed.attempts == advancing.MOST_ATTEMPTS + 1


def test_row_that_fails_unforeseen_is_refused_at_the_third_time_and_stops_no_other(
    acme, make_domain, previewed, confirm, worked, rows, monkeypatch
):
    for name in ("a.com", "b.com"):
        make_domain(acme, name)
    found = previewed("domains", many_domains("a.com", "b.com"))
    confirm(found)
    real = carrying_out.values_of_text

    def broken(text):
        if "a.com" in (text or ""):
            raise RuntimeError("nobody foresaw this")
        return real(text)

    monkeypatch.setattr(carrying_out, "values_of_text", broken)
    worked(found)
    first, second = rows(found)
    assert (first.state, codes(first), first.attempts) == ("refused", ["unexpected"], 3)
    assert second.state == "done"


def test_whoever_is_no_operator_any_more_carries_nothing_out(
    acme, bob, inside, make_domain, previewed, confirm, worked, rows
):
    make_domain(acme, "a.com")
    found = previewed("domains", many_domains("a.com"))
    confirm(found)
    with inside(acme):
        Membership.objects.filter(user=bob).update(role="viewer")
    worked(found)
    (row,) = rows(found)
    assert (row.state, codes(row)) == ("refused", ["not_permitted"])
    with inside(acme):
        assert Domain.objects.get().tags == []


def test_cancelled_import_forgets_what_the_file_said(
    acme, inside, operator, make_domain, received, worked, rows, reread, confirm
):
    make_domain(acme, "a.com")
    found = received("domains", many_domains("a.com"))
    with acting_as(operator):
        cancel_import(actor=operator, found=found)
    worked(found)
    assert rows(found) == []
    with inside(acme):
        assert not SheetUpload.objects.exists()
    with pytest.raises(StateConflict):
        confirm(found)
    assert reread(found).state == "cancelled"


def test_file_that_breaks_in_the_middle_is_refused_as_a_whole(received, worked, rows, reread):
    found = received("domains", b'name,tags\r\na.com,x\r\n"b.com,y\r\n')
    worked(found)
    failed = reread(found)
    assert (failed.state, failed.refusal[0]["code"], rows(found)) == ("failed", "csv", [])


def test_sweep_finds_what_waits_and_forgets_what_is_old(
    acme, inside, previewed, received, monkeypatch, reread
):
    waiting = received("domains", many_domains("a.com"))
    old = previewed("domains", many_domains("b.com"))
    with inside(acme):
        SheetImport.objects.filter(pk=old.pk).update(
            created_at=timezone.now() - dt.timedelta(days=8)
        )
    hurried = []
    monkeypatch.setattr(tasks, "hurry", lambda task, *ids: hurried.append(ids))
    tasks.sweep_imports()
    assert hurried == [(waiting.pk, acme.pk)]
    kept = reread(old)
    assert (kept.state, kept.counts) == ("cancelled", {"wrong": 1})
    with acting_as(system_actor(acme.pk)):
        assert not SheetRow.objects.filter(sheet_import=old).exists()


def test_nothing_of_a_file_lies_in_the_clear(acme, previewed, inside):
    previewed("templates", templates_csv({}))
    with inside(acme), connection.cursor() as cursor:
        cursor.execute("SELECT values, to_jsonb(r)::text FROM sheets_sheetrow r")
        sealed, everything = cursor.fetchone()
    assert b"110101199003070038" not in bytes(sealed)
    assert "110101199003070038" not in everything
