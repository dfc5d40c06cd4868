import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.api.rates.windows import Window

WINDOWS = st.builds(
    Window,
    before=st.integers(0, 1000),
    before_over_in=st.floats(0, 60),
    current=st.integers(0, 1000),
    current_over_in=st.floats(0, 120),
)


@pytest.mark.parametrize(
    ("window", "remaining", "more_in"),
    [
        (Window(0, 0, 0, 0), 10, 60),
        (Window(0, 0, 4, 90), 6, 30),
        (Window(10, 60, 0, 120), 0, 1),
        (Window(10, 30, 2, 90), 3, 1),
        (Window(10, 33, 5, 93), 0, 3),
    ],
)
def test_calls_of_the_window_before_fade_evenly(window, remaining, more_in):
    assert window.remaining(10, 60) == remaining
    assert window.more_in(60) == more_in


@given(WINDOWS)
def test_answers_stay_within_the_rate(window):
    assert 0 <= window.remaining(100, 60) <= 100
    assert 1 <= window.more_in(60) <= 60


@given(WINDOWS, st.floats(0, 60))
def test_time_that_passes_never_takes_anything_away(window, passed):
    later = Window(
        window.before,
        max(0, window.before_over_in - passed),
        window.current,
        window.current_over_in,
    )
    assert later.remaining(100, 60) >= window.remaining(100, 60)
