"""Calls under trouble: repeated where that is safe, and never with more than was asked for."""

import socket

import pytest

from registrar.client import Client
from registrar.client.addresses import BadAddress, api_address
from registrar.client.errors import (
    Conflict,
    InvalidInput,
    NotAnAnswer,
    ServerError,
    TimedOut,
    TooMany,
    Unavailable,
    Unreachable,
)
from registrar.client.retries import NEVER, Retries

from .loopback import Said, loopback, problem

ME = {"account": {"id": "acct_1", "slug": "a", "name": "A"}, "key": {}, "scopes": []}


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def client_of(waits):
    made = []

    def make(server, **options):
        client = Client(server.url, "zm_secret", sleep=waits.append, **options)
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


def test_calls_that_came_too_often_wait_as_long_as_they_are_told(client_of, waits):
    with loopback(problem(429, "too_many_requests", retry_after=7), Said(body=ME)) as server:
        assert client_of(server).me.get() == ME
    assert waits == [7]


def test_a_wait_that_is_too_long_is_left_to_the_caller(client_of, waits):
    said = problem(429, "too_many_requests", retry_after=3600)
    with loopback(said) as server, pytest.raises(TooMany) as refusal:
        client_of(server).me.get()
    assert (refusal.value.retry_after, waits) == (3600, [])


def test_repeated_calls_carry_the_same_idempotency_key(client_of, waits):
    page = Said(503, b"<html>busy</html>", media_type="text/html")
    with loopback(page, problem(503, "unavailable"), Said(201, {"id": "op_1"})) as server:
        operation = client_of(server).operations.change_registrant("a.cn", "tpl_1")
        assert operation["id"] == "op_1"
        keys = {headers["Idempotency-Key"] for _method, _path, headers in server.heard}
    assert len(keys) == 1
    assert len(waits) == 2


def test_two_calls_have_two_idempotency_keys_and_reads_have_none(client_of):
    with loopback(Said(201, {}), Said(201, {}), Said(body=ME)) as server:
        client = client_of(server)
        client.operations.cancel("op_1")
        client.operations.cancel("op_1")
        client.me.get()
        keys = [headers.get("Idempotency-Key") for _method, _path, headers in server.heard]
    assert keys[0] != keys[1]
    assert keys[2] is None


def test_conflicts_are_not_repeated_and_say_all_they_know(client_of, waits):
    rows = [{"field": "", "code": "verification_in_review", "message": "Wait."}]
    said = problem(409, "operation_blocked", errors=rows, blocked_until="2026-12-24")
    with loopback(said) as server, pytest.raises(Conflict) as refusal:
        client_of(server).operations.change_registrant("a.cn", "tpl_1")
    assert refusal.value.code == "operation_blocked"
    assert refusal.value.errors == tuple(rows)
    assert refusal.value.blocked_until == "2026-12-24"
    assert refusal.value.request_id == "req-1"
    assert waits == []


def test_a_first_call_that_still_runs_is_waited_for(client_of, waits):
    running = problem(409, "idempotency_in_progress", retry_after=2)
    with loopback(running, Said(201, {"id": "op_1"})) as server:
        assert client_of(server).operations.cancel("op_1")["id"] == "op_1"
    assert waits == [2]


@pytest.mark.parametrize(
    "said",
    [
        Said(200, b"<html>hello</html>", media_type="text/html"),
        Said(200, b"{broken"),
        Said(200, [1, 2]),
        Said(302, b"", {"Location": "http://elsewhere.example/"}),
        Said(404, b"<html>nginx</html>", media_type="text/html"),
    ],
)
def test_what_is_no_answer_of_this_api_is_told_apart(client_of, said):
    with loopback(said) as server, pytest.raises(NotAnAnswer):
        client_of(server).me.get()
    assert len(server.heard) == 1


@pytest.mark.parametrize(
    ("status", "kind"), [(422, InvalidInput), (418, InvalidInput), (500, ServerError)]
)
def test_every_status_has_its_exception(client_of, status, kind):
    with loopback(problem(status, "some_code")) as server, pytest.raises(kind):
        client_of(server).me.get()


def test_silence_ends_at_the_time_limit(client_of):
    with loopback(Said(hang=True)) as server, pytest.raises(TimedOut):
        client_of(server, timeout=0.05, retries=NEVER).me.get()


def test_nobody_there_is_tried_again_and_then_told(waits):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with Client(url, "zm_x", sleep=waits.append) as client, pytest.raises(Unreachable):
        client.me.get()
    assert len(waits) == 3
    assert waits == sorted(waits)


def test_dry_runs_and_conditions_are_sent_along(client_of):
    with loopback(Said(200, {"name": "a.cn"}, {"ETag": '"1"'}), Said(200, {})) as server:
        domains = client_of(server).domains
        tag = domains.get_tagged("a.cn").tag
        domains.change("例子.cn", tags=["x"], dry_run=True, if_match=tag)
        _method, path, headers = server.heard[1]
    assert path.endswith("/domains/%E4%BE%8B%E5%AD%90.cn?dry_run=true")
    assert headers["If-Match"] == '"1"'


def test_lists_follow_their_cursors_and_never_in_circles(client_of):
    pages = [
        Said(body={"items": [{"name": "a"}], "next": "c1"}),
        Said(body={"items": [{"name": "b"}], "next": "c1"}),
    ]
    with loopback(*pages) as server:
        names = [row["name"] for row in client_of(server).domains.list(tag="x")]
        assert [path for _method, path, _headers in server.heard] == [
            "/api/v1/domains?tag=x",
            "/api/v1/domains?tag=x&cursor=c1",
        ]
    assert names == ["a", "b"]


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("https://r.example", "https://r.example/api/v1"),
        ("https://r.example/api/v1/", "https://r.example/api/v1"),
        ("http://localhost:8000/", "http://localhost:8000/api/v1"),
    ],
)
def test_addresses_are_taken_as_people_type_them(typed, base):
    assert api_address(typed) == base


@pytest.mark.parametrize("typed", ["http://r.example", "r.example", "ftp://r", "https://a@r", ""])
def test_keys_are_not_sent_in_clear_or_to_nowhere(typed):
    with pytest.raises(BadAddress):
        api_address(typed)


def test_pauses_double_up_to_their_limit():
    retries = Retries(attempts=9, longest=3.0)
    waits = [retries.wait_after(attempt, None) for attempt in range(1, 9)]
    assert all(0 < wait <= 3.0 for wait in waits)
    assert retries.wait_after(9, None) is None


def test_unavailable_is_given_up_after_the_last_try(client_of, waits):
    with loopback(*[problem(503, "unavailable")] * 4) as server, pytest.raises(Unavailable):
        client_of(server).me.get()
    assert len(waits) == 3
