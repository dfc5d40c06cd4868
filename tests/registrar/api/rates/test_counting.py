"""The same promises in memory and in a real Redis; and what becomes of them without it."""

import socket
import threading

import pytest

from registrar.api.rates import counters
from registrar.api.rates.counted import Counted
from registrar.api.rates.counting import look, take
from registrar.api.rates.rate import parse_rates


@pytest.fixture(params=["memory", "redis"])
def place(request, settings, rates):
    settings.RATE_LIMIT_URL = (
        "" if request.param == "memory" else request.getfixturevalue("redis_url")
    )
    rates()
    return request.param


def counted(text, by="1"):
    return [Counted(rate, by) for rate in parse_rates("key", text)]


def test_call_beyond_a_rate_is_refused_and_names_it(place):
    asked = counted("2/minute, 100/hour", by=f"{place} refused")
    assert [(s.remaining, s.reset) for s in take(asked)] == [(1, 60), (99, 3600)]
    assert [s.remaining for s in take(asked)] == [0, 98]
    minute, hour = take(asked)
    assert (minute.exceeded, hour.exceeded) == (True, False)
    assert 1 <= minute.reset <= 60


def test_refused_call_takes_nothing_from_the_other_rates(place):
    asked = counted("1/minute, 100/hour", by=f"{place} nothing")
    take(asked)
    for _ in range(3):
        assert take(asked)[1].remaining == 99


def test_looking_counts_nothing(place):
    asked = counted("1/minute", by=f"{place} looking")
    look(asked)
    assert not take(asked)[0].exceeded


def test_others_are_counted_apart(place):
    take(counted("1/minute", by=f"{place} one"))
    assert not take(counted("1/minute", by=f"{place} two"))[0].exceeded


def test_many_at_once_are_never_more_than_the_rate(settings, rates, redis_url):
    settings.RATE_LIMIT_URL = redis_url
    asked, taken = counted("10/hour", by="at once"), []
    threads = [
        threading.Thread(target=lambda: taken.append(take(asked)[0].exceeded)) for _ in range(30)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert taken.count(False) == 10


@pytest.fixture
def silent_port():
    """Takes connections and never answers, like a stopped server."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize("fault", ["refused", "silent"])
def test_process_counts_alone_while_redis_fails_and_asks_it_once(
    fault, settings, rates, silent_port, monkeypatch
):
    port = silent_port if fault == "silent" else 1
    settings.RATE_LIMIT_URL = f"redis://127.0.0.1:{port}/0?client_name={fault}"
    failures = []
    note = counters.Counters.note_failure

    def noting(self, error):
        failures.append(error)
        note(self, error)

    monkeypatch.setattr(counters.Counters, "note_failure", noting)
    asked = counted("2/hour", by=fault)
    assert [take(asked)[0].exceeded for _ in range(3)] == [False, False, True]
    assert len(failures) == 1


def test_redis_is_asked_again_after_the_pause(settings, rates, redis_url, monkeypatch):
    settings.RATE_LIMIT_URL = redis_url
    current = counters.current_counters()
    monkeypatch.setattr(counters, "_PAUSE", 0.0)
    current.note_failure(ConnectionError())
    assert current.usable() is current.shared
