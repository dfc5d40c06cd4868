"""Reading events by cursor."""

import pytest

from registrar.accounts.models import Account
from registrar.accounts.services.profile import rename_account
from registrar.events.models import Event
from registrar.tenancy.context import acting_as

pytestmark = pytest.mark.django_db
EVENTS = "/api/v1/events"


@pytest.fixture
def happen(owner):
    """`happen(3)`: the account is renamed three times."""

    def make(times: int, actor=owner) -> None:
        with acting_as(actor):
            for __ in range(times):
                old = Account.objects.get(pk=actor.account_id).name
                rename_account(actor=actor, name=f"{old[:40]}新")

    return make


@pytest.fixture
def reader(holding_key):
    return holding_key("events:read", "logs:read")


def numbers(body):
    return [item["number"] for item in body["items"]]


def test_events_come_oldest_first_in_their_envelope(reader, happen, acme):
    happen(2)
    body = reader.get(EVENTS).json()
    assert numbers(body) == [1, 2]
    first = body["items"][0]
    assert first["id"].startswith("evt_")
    assert (first["type"], first["data"]) == ("account.renamed", {})
    assert first["object"] == {"type": "account", "id": acme.public_id}
    assert first["actor"] == {"kind": "user"}
    assert first["occurred_at"].endswith("+08:00")


def test_who_keeps_the_cursor_gets_what_came_since_and_nothing_twice(reader, happen):
    empty = reader.get(EVENTS).json()
    assert (empty["items"], empty["next"]) == ([], None)
    happen(3)
    page = reader.get(EVENTS, {"cursor": empty["cursor"], "limit": 2}).json()
    assert numbers(page) == [1, 2]
    assert page["next"] == page["cursor"]
    rest = reader.get(EVENTS, {"cursor": page["next"]}).json()
    assert (numbers(rest), rest["next"]) == ([3], None)
    again = reader.get(EVENTS, {"cursor": rest["cursor"]}).json()
    assert (again["items"], again["next"]) == ([], None)
    happen(1)
    assert numbers(reader.get(EVENTS, {"cursor": again["cursor"]}).json()) == [4]


def test_reading_begins_behind_an_event_or_at_a_time(reader, happen):
    happen(3)
    second = reader.get(EVENTS).json()["items"][1]
    assert numbers(reader.get(EVENTS, {"after": second["id"]}).json()) == [3]
    assert numbers(reader.get(EVENTS, {"since": second["occurred_at"]}).json()) == [2, 3]
    assert reader.get(f"{EVENTS}/{second['id']}").json() == second


def test_the_list_of_events_takes_three_queries(reader, happen, at_most_queries):
    happen(3)
    # The key with its account, the note that it was used, the events.
    with at_most_queries(3):
        reader.get(EVENTS, {"type": "account.*"})


def test_types_narrow_the_list_one_by_one_or_by_object(reader, happen):
    happen(1)
    for types, found in (
        ("account.renamed", [1]),
        ("member.*,account.*", [1]),
        ("*", [1]),
        ("member.*", []),
    ):
        assert numbers(reader.get(EVENTS, {"type": types}).json()) == found, types


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"type": "account.reborn"}, "type"),
        ({"type": "nothing.*"}, "type"),
        ({"cursor": "x"}, "cursor"),
        ({"since": "yesterday"}, "since"),
        ({"cursor": "x", "after": "y"}, "after"),
        ({"wait": "20"}, "wait"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_by_name(reader, parameters, field):
    response = reader.get(EVENTS, parameters)
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == field


def test_a_key_sees_events_of_what_it_may_read_only(holding_key, reader, happen):
    happen(1)
    event = reader.get(EVENTS).json()["items"][0]
    narrow = holding_key("events:read", "domains:read")
    assert narrow.get(EVENTS).json()["items"] == []
    assert narrow.get(f"{EVENTS}/{event['id']}").status_code == 404
    assert narrow.get(EVENTS, {"after": event["id"]}).status_code == 404
    assert holding_key("logs:read").get(EVENTS).status_code == 403


def test_another_account_finds_none_of_it(holding_key, reader, happen, actor_of, globex, gina):
    happen(1)
    event = reader.get(EVENTS).json()["items"][0]
    foreign = holding_key("events:read", "logs:read", actor=actor_of(globex, gina))
    assert foreign.get(EVENTS).json()["items"] == []
    assert foreign.get(f"{EVENTS}/{event['id']}").status_code == 404
    assert Event.unfenced_manager.count() == 0


def test_the_list_of_types_describes_each(reader):
    items = reader.get("/api/v1/event-types", headers={"Accept-Language": "en"}).json()["items"]
    renamed = next(item for item in items if item["type"] == "account.renamed")
    assert (renamed["title"], renamed["scope"]) == ("Account renamed", "logs:read")
    assert renamed["schema"] == {"type": "object", "properties": {}, "required": []}
