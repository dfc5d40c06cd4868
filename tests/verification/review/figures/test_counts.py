"""Each figure, counted by hand."""

import datetime as dt

import pytest

from tests.verification.review.figures.conftest import NOON, hours
from verification.review.figures import selectors
from verification.review.figures.cells import Measure, Share
from verification.review.figures.making import make_figures
from verification.review.figures.period import Step
from verification.review.figures.wanted import Wanted

DAY = dt.date(2026, 11, 25)


@pytest.fixture
def table(wanted, as_staff, lead):
    """`table("reviewers")`: its rows, as a lead sees them."""

    def rows(key, wanted=wanted, user=lead):
        with as_staff():
            return make_figures(wanted, user).tables[key].rows

    return rows


def test_times_are_median_and_90th_percentile_in_hours(acme, person, submission, decision, table):
    rita = person("Rita")
    for waited in (1, 2, 3, 4, 10):
        decision(submission(acme), rita, waited=waited, handled=waited / 2)
    waiting, handling = table("times")
    assert waiting[1] == 5
    assert waiting[2].value == pytest.approx(3)
    assert waiting[3].value == pytest.approx(4 + 0.6 * 6)
    assert handling[2].value == pytest.approx(1.5)


def test_handling_of_few_claims_says_nothing(acme, person, submission, decision, table):
    rita = person("Rita")
    for claimed in (None, None, None, None, NOON - hours(1)):
        decision(submission(acme), rita, claimed_at=claimed)
    [line] = table("reviewers")
    assert line[1] == 5
    assert line[-1].value is None


def test_in_time_counts_decisions_with_a_term_only(acme, person, submission, decision, table):
    rita = person("Rita")
    for due in (hours(1), hours(0), hours(2), hours(1), -hours(1)):
        decision(submission(acme), rita, due_at=NOON + due)
    decision(submission(acme), rita, due_at=None)
    assert table("times")[0][4] == Share(4, 5)


def test_waits_fall_into_groups_whose_lower_end_belongs_to_them(
    acme, person, submission, decision, table
):
    for waited in (0.5, 1, 3.9, 8, 30, 100):
        decision(submission(acme), person("Rita"), waited=waited)
    assert [row[1] for row in table("waits")] == [1, 2, 0, 1, 1, 0, 1]


def test_decisions_outside_the_period_do_not_count(
    acme, person, submission, decision, table, wanted
):
    for at in (NOON - hours(24 * 7), NOON + hours(24), NOON):
        decision(submission(acme), person("Rita"), at=at)
    assert table("times")[0][1] == 1


def test_day_begins_at_midnight_of_the_installation(acme, person, submission, decision, table):
    # 16:30 UTC is half past midnight of the next day in China.
    decision(submission(acme), person("Rita"), at=dt.datetime(2026, 11, 23, 16, 30, tzinfo=dt.UTC))
    decided = {row[0]: row[2] for row in table("days")}
    assert decided["2026-11-24"] == 1
    assert sum(decided.values()) == 1
    assert len(decided) == 7


def test_arrived_leaves_out_what_went_straight_to_the_authority(acme, submission, table):
    submission(acme, submitted_at=NOON)
    submission(acme, submitted_at=NOON, waiting_since=None, state="at_authority")
    assert {row[0]: row[1] for row in table("days")}["2026-11-25"] == 1


def test_reviewers_count_what_stands_apart_from_what_was_taken_back(
    acme, person, submission, decision, table
):
    rita, rob = person("Rita"), person("Rob")
    for verdict in ("approve", "approve", "approve", "fail", "fail", "ask"):
        decision(submission(acme), rita, verdict=verdict)
    decision(submission(acme), rita, standing="reopened")
    decision(submission(acme), rita, verdict="fail", standing="overruled")
    decision(submission(acme), rob, verdict="fail")
    first, second = table("reviewers")
    assert first[:7] == ("Rita", 8, 3, 2, 1, 1, 1)
    assert first[7] == Share(3, 5)
    assert second[:4] == ("Rob", 1, 0, 1)
    assert second[7].percent is None


def test_authorities_count_what_was_sent_and_what_came_back(acme, authority, submission, table):
    one, other = authority("one"), authority("other")
    sent = {"authority": one, "sent_at": NOON - hours(48)}
    ended = {**sent, "ended_at": NOON}
    for _ in range(3):
        submission(acme, state="passed", **ended)
    submission(acme, state="failed", stage="authority", **ended)
    submission(acme, state="failed", stage="timeout", **ended)
    submission(acme, state="at_authority", **sent)
    submission(acme, state="failed", stage="reviewer", ended_at=NOON)
    submission(acme, state="at_authority", authority=other, sent_at=NOON)
    first, second = table("authorities")
    assert first[:5] == ("机构 one", 6, 3, 1, 1)
    assert first[5] == Share(3, 5)
    assert first[6] == Measure(2.0, 4)
    assert second[:5] == ("机构 other", 1, 0, 0, 0)


def test_reasons_are_shares_of_the_failures_at_their_stage(acme, submission, table):
    def failed(stage, *codes):
        submission(acme, state="failed", stage=stage, ended_at=NOON, reason_codes=list(codes))

    failed("reviewer", "number_mismatch", "materials_unclear")
    failed("reviewer", "number_mismatch")
    failed("authority", "materials_unclear")
    failed("timeout", "review_timeout")
    rows = table("reasons")
    assert [row[1:] for row in rows] == [
        ("初审", 2, Share(2, 2)),
        ("初审", 1, Share(1, 2)),
        ("审核机构", 1, Share(1, 1)),
    ]


def test_disagreement_is_approved_here_and_failed_there(acme, person, submission, decision, table):
    rita, rob = person("Rita"), person("Rob")

    def judged(reviewer, stage, *codes, **fields):
        state = "failed" if stage else "passed"
        row = submission(acme, state=state, stage=stage, ended_at=NOON, reason_codes=list(codes))
        decision(row, reviewer, **fields)

    judged(rita, "authority", "number_mismatch", "materials_unclear")
    judged(rita, "authority", "number_mismatch")
    judged(rita, "")
    judged(rob, "")
    judged(rob, "timeout", "review_timeout")
    judged(rob, "reviewer", "number_mismatch", verdict="fail")
    judged(rob, "authority", "number_mismatch", standing="reopened")
    assert [row[1:] for row in table("disagreement")] == [(2, Share(2, 2)), (1, Share(1, 2))]
    assert table("disagreement_reviewers") == (
        ("Rita", 3, 2, Share(2, 3)),
        ("Rob", 1, 0, Share(0, 1)),
    )


def test_warned_of_counts_failures_whose_cause_was_confirmed(acme, submission, table):
    def ended(stage, codes, warnings):
        state = "failed" if stage else "passed"
        values = {"reason_codes": codes, "confirmed_warnings": warnings}
        submission(acme, state=state, stage=stage, ended_at=NOON, **values)

    ended("authority", ["number_mismatch"], ["number_confusable"])
    ended("authority", ["number_mismatch"], ["picture_blurred"])
    ended("reviewer", ["materials_unclear"], [])
    ended("", [], ["number_confusable"])
    ended("timeout", ["review_timeout"], ["number_confusable"])
    ended("authority", [], ["number_confusable"])
    assert [row[1:] for row in table("warned")] == [
        (1, 0, Share(0, 1)),
        (2, 1, Share(1, 2)),
    ]
    assert [row[1:] for row in table("warnings")] == [
        (3, 2, 1, Share(1, 3)),
        (1, 1, 0, Share(0, 1)),
    ]


def test_queue_now_counts_what_waits_whatever_the_period(acme, submission, as_staff, wanted):
    late, soon = NOON - hours(24 * 900), dt.datetime(2999, 1, 1, tzinfo=dt.UTC)
    submission(acme, state="submitted", review_due_at=late)
    submission(acme, state="in_review", review_due_at=soon)
    submission(acme, state="second_review", review_due_at=None)
    submission(acme, state="more_wanted", review_due_at=None)
    submission(acme, state="passed", review_due_at=late)
    with as_staff():
        now = selectors.queue_now(wanted)
    assert (now.waiting, now.overdue, now.more_wanted) == (3, 1, 1)


def test_filters_narrow_to_account_profile_and_authority(
    acme, globex, authority, person, submission, decision, wanted, as_staff
):
    one = authority("one")
    decision(submission(acme, profile="aliyun"), person("Rita"))
    decision(submission(globex, authority=one), person("Rita"))

    def decisions(**filters):
        with as_staff():
            return selectors.times(Wanted(wanted.period, **filters))["decisions"]

    assert decisions() == 2
    assert decisions(account_id=acme.pk) == 1
    assert decisions(profile="aliyun") == 1
    assert decisions(profile="icp") == 0
    assert decisions(authority_id=one.pk) == 1
    assert decisions(account_id=acme.pk, authority_id=one.pk) == 0


def test_empty_world_has_no_figures(table, wanted, as_staff, lead):
    with as_staff():
        found = make_figures(wanted, lead)
        assert selectors.first_data_day() is None
    assert found.times["decisions"] == 0
    assert all(measure.value is None for measure in found.tables["times"].rows[0][2:4])
    for key in ("reviewers", "authorities", "reasons", "disagreement", "warnings"):
        assert found.tables[key].rows == ()
    assert found.step is Step.DAY
