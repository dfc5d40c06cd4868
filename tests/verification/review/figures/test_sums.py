"""The pure parts: periods, sums, axes and plots."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.review.figures import sums
from verification.review.figures.cells import ENOUGH, Measure, Share
from verification.review.figures.drawing import SHORT_GROUPS
from verification.review.figures.making_reviews import WAIT_GROUPS
from verification.review.figures.period import Period, Step, last_days
from verification.review.figures.plots import HEIGHT, WIDTH, Series, plot
from verification.review.figures.scales import marks, round_top, short_dates, spread
from verification.review.figures.sql import WAIT_EDGES

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@given(DAYS, st.integers(0, 4000))
def test_steps_cover_the_period_in_order(first, length):
    period = Period(first, first + dt.timedelta(days=length))
    steps = list(period.steps())
    assert steps == sorted(set(steps))
    assert steps[0] <= period.first
    assert steps[-1] <= period.last
    assert len(steps) <= 140
    assert {Step.WEEK: all(day.weekday() == 0 for day in steps)}.get(period.step, True)
    assert {Step.MONTH: all(day.day == 1 for day in steps)}.get(period.step, True)


def test_last_seven_days_include_today():
    today = dt.date(2026, 3, 1)
    assert last_days(7, today) == Period(dt.date(2026, 2, 23), today)


def test_a_share_of_few_is_silent():
    assert Share(ENOUGH - 1, ENOUGH - 1).percent is None
    assert Share(ENOUGH, ENOUGH).percent == 100
    assert Share(0, 0).percent is None
    assert Measure(3.0, ENOUGH - 1).value is None
    assert Measure(None, ENOUGH).value is None
    assert Measure(3.0, ENOUGH).value == 3.0


def test_a_reason_named_twice_counts_once():
    rows = [{"stage": "reviewer", "reason_codes": ["a", "a", "b"], "n": 2}]
    found = sums.reasons_by_stage(rows)
    assert dict(found.by_code["reviewer"]) == {"a": 2, "b": 2}
    assert found.failed["reviewer"] == 2


def test_unknown_reason_has_no_cause():
    assert sums.causes_in(["gone"], {"a": ("x",)}) == set()
    assert sums.causes_in(["a", "gone"], {"a": ("x", "y")}) == {"x", "y"}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 9))))
def test_the_top_falls_and_is_the_same_whatever_the_order(pairs):
    counts = sums.Counter()
    for code, n in pairs:
        counts[code] += n
    found = sums.top(counts)
    assert [n for _code, n in found] == sorted((n for _code, n in found), reverse=True)
    assert sums.top(sums.Counter(dict(reversed(counts.items())))) == found


@given(st.floats(0, 1e6))
def test_axis_ends_at_or_above_the_highest(highest):
    top = round_top(highest)
    assert top >= highest
    assert top <= max(2, highest * 2.5)
    low, middle, high = marks(top)
    assert (low, middle * 2, high) == (0, top, top)
    assert middle == int(middle)


@given(st.integers(1, 300), st.integers(2, 9))
def test_labels_are_few_and_keep_both_ends(count, most):
    places = spread(count, most)
    assert len(places) <= most
    assert places[0] == 0
    assert places[-1] == count - 1


@pytest.mark.parametrize(("months", "said"), [(False, "01-31"), (True, "2026-01")])
def test_dates_on_an_axis_are_short(months, said):
    assert short_dates(["2026-01-31"], months=months) == [said]


def test_every_group_of_waits_has_its_words():
    assert len(WAIT_GROUPS) == len(SHORT_GROUPS) == len(WAIT_EDGES) + 1


@given(
    st.lists(st.integers(0, 10_000), min_size=1, max_size=120),
    st.lists(st.one_of(st.none(), st.floats(0, 5000)), min_size=120, max_size=120),
)
def test_everything_drawn_lies_inside_the_picture(bars, values):
    labels = [f"12-{number % 30:02}" for number in range(len(bars))]
    series = Series("first", "x", values[: len(bars)])
    made = plot(key="k", title="t", about="a", unit="u", labels=labels, bars=bars, series=(series,))
    if made is None:
        assert not any(bars)
        return
    for bar in made.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
        assert 0 <= bar.y <= bar.y + bar.height <= HEIGHT
    for dot in made.lines[0].dots:
        assert 0 <= dot.x <= WIDTH
        assert 0 <= dot.y <= HEIGHT
    feet = sorted(word.x for word in made.words if word.anchor == "middle")
    assert all(right - left > 30 for left, right in pairwise(feet))


def test_a_gap_breaks_the_line():
    made = plot(
        key="k",
        title="t",
        about="a",
        unit="u",
        labels=["1", "2", "3", "4", "5"],
        series=(Series("first", "x", [1, 2, None, 3, 4], sure=[True, True, True, False, True]),),
    )
    assert made is not None
    assert len(made.lines[0].paths) == 2
    assert [dot.sure for dot in made.lines[0].dots] == [True, True, False, True]
    assert made.has_unsure


def test_nothing_but_nought_draws_no_plot():
    assert plot(key="k", title="t", about="a", unit="u", labels=["1"], bars=[0]) is None
