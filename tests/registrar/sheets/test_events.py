"""What programs are told of an import: each of its states, so that nobody has to ask again."""

import pytest

from registrar.events.models import Event
from registrar.sheets.services.running import cancel_import, run_import
from registrar.tenancy.context import acting_as
from tests.event_data import checked_events

from .conftest import csv_of

__all__ = ["checked_events"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(acme, inside):
    """The events of an import in their order: verb and data."""

    def read(found):
        with inside(acme):
            rows = Event.objects.filter(object_id=found.public_id).order_by("id")
            return [(row.type.removeprefix("import."), row.data) for row in rows]

    return read


def test_reading_is_told_with_what_would_happen(told, received, worked, make_domain, acme):
    make_domain(acme, "a.com")
    found = received("domains", csv_of(["name", "tags"], ["a.com", "x"], ["b.com", "y"]))
    assert [verb for verb, _data in told(found)] == ["created"]
    worked(found)
    worked(found)
    assert told(found)[1:] == [
        (
            "read",
            {
                "state": "preview",
                "previous_state": "reading",
                "ready": 1,
                "unchanged": 0,
                "duplicate": 0,
                "wrong": 1,
            },
        )
    ]


def test_whole_way_of_an_import_is_told(told, operator, previewed, worked, make_domain, acme):
    make_domain(acme, "a.com")
    found = previewed("domains", csv_of(["name", "tags"], ["a.com", "x"]))
    with acting_as(operator):
        run_import(actor=operator, found=found)
    worked(found)
    assert [verb for verb, _data in told(found)] == ["created", "read", "started", "finished"]
    other = previewed("domains", csv_of(["name", "tags"], ["a.com", "y"]))
    with acting_as(operator):
        cancel_import(actor=operator, found=other)
    assert [verb for verb, _data in told(other)] == ["created", "read", "cancelled"]


def test_file_that_can_not_be_read_is_told_with_why(told, received, worked):
    found = received("domains", b'name,tags\r\na.com,x\r\n"b.com,y\r\n')
    worked(found)
    assert told(found)[1:] == [
        ("failed", {"state": "failed", "previous_state": "reading", "reasons": ["csv"]})
    ]
