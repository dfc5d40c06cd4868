"""Seed 003's two routes, as a table of situations."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domains.gates import TargetFacts
from registrar.blockers import Blocker
from verification.reverification.because_texts import because_text
from verification.reverification.rules import (
    Because,
    Candidate,
    Route,
    Situation,
    offer_routes,
    usable_candidates,
)

TODAY = dt.date(2026, 9, 30)  # the day before the National Day holidays, 1-7 October
GATE = Blocker(code="verification_in_review", message="…", source="seed 003")


def target(**changes) -> TargetFacts:
    facts = {
        "verified": True,
        "disabled": False,
        "same_account": True,
        "fits_suffix": True,
        "in_review": False,
        "restrictions": (),
    }
    return TargetFacts(**facts | changes)


def candidate(key="tpl_a", *, same_holder=True, refused=False, **changes) -> Candidate:
    return Candidate(key, target(**changes), same_holder, refused)


def situation(**changes) -> Situation:
    facts = {
        "today": TODAY,
        "change_blockers": (),
        "resubmit_blockers": (),
        "candidates": (),
        "next_steps": frozenset({"retry"}),
    }
    return Situation(**facts | changes)


def test_change_is_recommended_when_a_template_of_the_same_holder_is_usable():
    change, resubmit = offer_routes(situation(candidates=(candidate(),)))
    assert (change.route, resubmit.route) == (Route.CHANGE_REGISTRANT, Route.RESUBMIT)
    assert change.available
    assert change.recommended
    assert change.because == (Because.USABLE_TEMPLATE_SAME_HOLDER, Because.FASTER)
    assert change.usable == ("tpl_a",)
    assert resubmit.available
    assert not resubmit.recommended


def test_resubmission_is_recommended_when_only_another_holders_template_is_usable():
    change, resubmit = offer_routes(situation(candidates=(candidate(same_holder=False),)))
    assert change.available
    assert not change.recommended
    assert change.because[0] is Because.USABLE_TEMPLATE
    assert resubmit.recommended
    assert resubmit.because == (Because.NO_TEMPLATE_OF_THIS_HOLDER,)


def test_another_holders_template_is_recommended_when_the_holder_must_change():
    change, resubmit = offer_routes(
        situation(candidates=(candidate(same_holder=False),), next_steps=frozenset({"switch"}))
    )
    assert change.recommended
    assert Because.HOLDER_MUST_CHANGE in change.because
    assert resubmit.because == (Because.HOLDER_MUST_CHANGE,)
    assert not resubmit.recommended


def test_giving_the_domain_away_is_not_recommended_because_the_other_route_is_closed():
    change, resubmit = offer_routes(
        situation(candidates=(candidate(same_holder=False),), resubmit_blockers=(GATE,))
    )
    assert change.available
    assert not change.recommended
    assert not resubmit.recommended


def test_the_same_again_is_recommended_before_all_where_nothing_was_wrong():
    change, resubmit = offer_routes(
        situation(candidates=(candidate(),), unchanged=True, nothing_wrong=True)
    )
    assert resubmit.recommended
    assert Because.NOTHING_WRONG in resubmit.because
    assert change.available
    assert not change.recommended


def test_change_is_recommended_when_nothing_was_wrong_but_a_picture_is_gone():
    change, resubmit = offer_routes(
        situation(candidates=(candidate(),), unchanged=False, nothing_wrong=True)
    )
    assert change.recommended
    assert not resubmit.recommended


def test_safe_day_to_come_moves_the_second_route_only():
    safe_day = dt.date(2026, 10, 19)
    change, resubmit = offer_routes(
        situation(candidates=(candidate(),), next_steps=frozenset({"wait"}), safe_from=safe_day)
    )
    assert change.recommended
    assert change.expected_on == dt.date(2026, 10, 10)
    assert change.safe_from is None
    assert resubmit.safe_from == safe_day
    assert resubmit.expected_on == dt.date(2026, 10, 26)
    assert Because.REASON_IS_WAIT in change.because
    assert Because.REASON_IS_WAIT in resubmit.because


def test_safe_day_that_has_come_speaks_for_the_same_again():
    change, resubmit = offer_routes(
        situation(
            candidates=(candidate(),),
            next_steps=frozenset({"wait"}),
            safe_from=TODAY,
            unchanged=True,
        )
    )
    assert Because.SAFE_DAY_REACHED in resubmit.because
    assert Because.REASON_IS_WAIT not in (*change.because, *resubmit.because)
    assert change.recommended


def test_provisional_safe_day_makes_the_second_route_provisional():
    _change, resubmit = offer_routes(
        situation(safe_from=dt.date(2026, 11, 2), safe_provisional=True)
    )
    assert resubmit.provisional
    _change, resubmit = offer_routes(situation(safe_from=TODAY, safe_provisional=True))
    assert not resubmit.provisional


def test_resubmission_is_recommended_when_no_template_is_usable():
    change, resubmit = offer_routes(situation(candidates=(candidate(verified=False),)))
    assert [b.code for b in change.blocked_by] == ["no_usable_template"]
    assert change.usable == ()
    assert resubmit.recommended
    assert resubmit.because == (Because.NO_USABLE_TEMPLATE,)


def test_resubmission_is_recommended_when_the_gate_closes_the_change():
    change, resubmit = offer_routes(situation(candidates=(candidate(),), change_blockers=(GATE,)))
    assert change.blocked_by == (GATE,)
    assert resubmit.recommended
    assert resubmit.because == (Because.OTHER_ROUTE_BLOCKED,)


def test_route_that_is_closed_itself_does_not_blame_the_other_one():
    change, resubmit = offer_routes(
        situation(candidates=(candidate(),), change_blockers=(GATE,), resubmit_blockers=(GATE,))
    )
    assert Because.OTHER_ROUTE_BLOCKED not in (*change.because, *resubmit.because)


def test_nothing_is_recommended_when_the_holder_must_change_and_no_template_is_usable():
    change, resubmit = offer_routes(situation(next_steps=frozenset({"switch"})))
    assert not change.recommended
    assert not resubmit.recommended
    assert resubmit.available
    assert Because.HOLDER_MUST_CHANGE in change.because
    assert Because.HOLDER_MUST_CHANGE in resubmit.because


def test_nothing_is_recommended_when_both_gates_are_closed():
    offers = offer_routes(
        situation(candidates=(candidate(),), change_blockers=(GATE,), resubmit_blockers=(GATE,))
    )
    assert not any(offer.recommended or offer.available for offer in offers)


def test_waiting_speaks_for_the_change_and_is_told_for_the_resubmission():
    change, resubmit = offer_routes(
        situation(candidates=(candidate(),), next_steps=frozenset({"wait"}))
    )
    assert Because.REASON_IS_WAIT in change.because
    assert Because.REASON_IS_WAIT in resubmit.because


@pytest.mark.parametrize(
    "fault",
    [{"verified": False}, {"disabled": True}, {"same_account": False}, {"fits_suffix": False}],
)
def test_template_with_one_fault_is_not_offered(fault):
    assert usable_candidates([candidate(**fault)]) == ()


def test_templates_of_the_same_holder_come_first_and_keep_their_order():
    given_order = [
        candidate("tpl_1", same_holder=False),
        candidate("tpl_2"),
        candidate("tpl_3", same_holder=False),
        candidate("tpl_4"),
    ]
    assert [c.key for c in usable_candidates(given_order)] == ["tpl_2", "tpl_4", "tpl_1", "tpl_3"]


def test_expected_days_are_the_third_and_the_fifth_working_day_over_a_holiday():
    change, resubmit = offer_routes(situation())
    # 8 and 9 October are worked, 10 October is a make-up Saturday (State Council, 2026).
    assert change.expected_on == dt.date(2026, 10, 10)
    assert resubmit.expected_on == dt.date(2026, 10, 13)
    assert not change.provisional


def test_expected_days_are_provisional_where_no_schedule_is_announced():
    change, resubmit = offer_routes(situation(today=dt.date(2026, 12, 30)))
    assert change.provisional
    assert resubmit.provisional


@pytest.mark.parametrize("route", Route)
@pytest.mark.parametrize("code", Because)
def test_every_code_has_a_sentence_beside_every_route(route, code):
    assert because_text(route, code)


_gates = st.sampled_from([(), (GATE,)])
_candidates = st.lists(
    st.builds(
        lambda same, verified, disabled, fits: candidate(
            same_holder=same, verified=verified, disabled=disabled, fits_suffix=fits
        ),
        *[st.booleans()] * 4,
    ),
    max_size=4,
).map(tuple)


@given(
    change=_gates,
    resubmit=_gates,
    candidates=_candidates,
    steps=st.frozensets(st.sampled_from(["retry", "wait", "switch", "support"])),
    failures=st.integers(1, 9),
)
def test_what_is_recommended_is_one_at_most_and_open(change, resubmit, candidates, steps, failures):
    offers = offer_routes(
        situation(
            change_blockers=change,
            resubmit_blockers=resubmit,
            candidates=candidates,
            next_steps=steps,
            failures=failures,
        )
    )
    recommended = [offer for offer in offers if offer.recommended]
    assert len(recommended) <= 1
    assert all(offer.available and offer.because for offer in recommended)
    assert offers[0].available == bool(offers[0].usable and not change)
    assert offers[0].expected_on < offers[1].expected_on


_DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2028, 1, 1))


@given(today=_DAYS, safe_from=st.none() | _DAYS)
def test_expected_day_is_never_before_the_safe_day_nor_today(today, safe_from):
    change, resubmit = offer_routes(situation(today=today, safe_from=safe_from))
    assert resubmit.expected_on > max(today, safe_from or today)
    assert today < change.expected_on < resubmit.expected_on


@given(today=_DAYS, one=_DAYS, other=_DAYS)
def test_later_safe_day_never_leads_to_an_earlier_expected_day(today, one, other):
    def expected(safe_from, day=today):
        return offer_routes(situation(today=day, safe_from=safe_from))[1].expected_on

    sooner, later = sorted((one, other))
    assert expected(sooner) <= expected(later)
    assert expected(None, sooner) <= expected(None, later)
    assert expected(one, sooner) <= expected(one, later)


def test_wrong_name_is_corrected_by_moving_to_another_template_only():
    change, resubmit = offer_routes(
        situation(candidates=(candidate(same_holder=False),), holder_name_wrong=True)
    )
    assert change.recommended
    assert Because.HOLDER_NAME_WRONG in change.because
    assert not resubmit.recommended
    assert Because.HOLDER_NAME_WRONG in resubmit.because
    assert Because.NO_TEMPLATE_OF_THIS_HOLDER not in resubmit.because


def test_wrong_name_without_a_template_recommends_nothing():
    offers = offer_routes(situation(holder_name_wrong=True))
    assert not any(offer.recommended for offer in offers)


def test_change_that_the_registry_has_just_refused_is_not_advised_again():
    change, resubmit = offer_routes(situation(candidates=(candidate(refused=True),)))
    assert change.available
    assert not change.recommended
    assert Because.REFUSED_BEFORE in change.because
    assert resubmit.recommended


def test_another_template_comes_before_the_refused_one():
    refused, other = candidate("tpl_a", refused=True), candidate("tpl_b")
    change, _resubmit = offer_routes(situation(candidates=(refused, other)))
    assert change.usable == ("tpl_b", "tpl_a")
    assert change.recommended
