"""The circuit: opens after failures in a row, lets one trial through, closes by an answer."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from verification.authorities.circuit import (
    Circuit,
    CircuitRule,
    CircuitState,
    after_failure,
    after_success,
)

NOW = dt.datetime(2026, 6, 1, 10, tzinfo=dt.UTC)
RULE = CircuitRule(failures=3, pause=dt.timedelta(seconds=30), longest=dt.timedelta(seconds=100))


def failing(times, circuit=None):
    found = circuit or Circuit()
    for _time in range(times):
        found = after_failure(found, RULE, now=NOW, trial=found.open_until is not None)
    return found


def test_below_the_limit_everybody_calls():
    assert failing(2).state(NOW) is CircuitState.CLOSED


def test_at_the_limit_it_opens_for_the_pause_and_then_lets_a_trial_through():
    circuit = failing(3)
    assert circuit.state(NOW) is CircuitState.OPEN
    assert circuit.open_until == NOW + RULE.pause
    assert circuit.state(NOW + RULE.pause) is CircuitState.HALF_OPEN


def test_trials_that_fail_double_the_pause_up_to_the_longest():
    pauses = [(failing(times).open_until - NOW).total_seconds() for times in (3, 4, 5, 6)]
    assert pauses == [30, 60, 100, 100]


def test_calls_that_were_on_their_way_when_it_opened_change_nothing():
    circuit = failing(3)
    assert after_failure(circuit, RULE, now=NOW, trial=False) == circuit


def test_an_answer_closes_it():
    assert after_success().state(NOW) is CircuitState.CLOSED


@given(failures=st.integers(0, 10**6))
def test_no_pause_is_shorter_than_the_first_or_longer_than_the_longest(failures):
    assert RULE.pause <= RULE.pause_after(failures) <= RULE.longest


@given(calls=st.lists(st.booleans(), max_size=40))
def test_it_is_open_exactly_when_the_last_calls_failed_often_enough(calls):
    circuit, in_a_row = Circuit(), 0
    for fails in calls:
        in_a_row = in_a_row + 1 if fails else 0
        trial = circuit.open_until is not None
        circuit = after_failure(circuit, RULE, now=NOW, trial=trial) if fails else after_success()
        assert circuit.failures == in_a_row
        assert (circuit.state(NOW) is CircuitState.OPEN) is (in_a_row >= RULE.failures)
