import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from registrar.webhooks.schedule import LONGEST_ASKED, MOST_ATTEMPTS, pause_after

ATTEMPTS = range(1, MOST_ATTEMPTS)
CHANCE = st.floats(0, 1, exclude_max=True)


def test_attempts_go_on_for_a_day_and_little_more():
    pauses = [pause_after(n, chance=0) for n in ATTEMPTS]
    assert pauses == sorted(pauses)
    assert pauses[0] == dt.timedelta(seconds=5)
    assert dt.timedelta(days=1) < sum(pauses, dt.timedelta()) < dt.timedelta(days=1, hours=4)


@given(st.sampled_from(ATTEMPTS), CHANCE)
def test_chance_adds_a_fifth_at_most(attempts, chance):
    shortest = pause_after(attempts, chance=0)
    assert shortest <= pause_after(attempts, chance=chance) <= shortest * 1.2


@given(st.sampled_from(ATTEMPTS), st.timedeltas(dt.timedelta(), dt.timedelta(days=9)))
def test_receiver_is_given_the_time_it_asks_for_within_limits(attempts, asked):
    pause = pause_after(attempts, chance=0, asked=asked)
    assert pause >= min(asked, LONGEST_ASKED)
    assert pause <= max(pause_after(attempts, chance=0), LONGEST_ASKED)
