"""Which line a domain gets: the best route that its own facts allow."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domains.gates import TargetFacts
from registrar.blockers import Blocker
from verification.plans.rules import (
    ALREADY_VERIFIED,
    IN_ANOTHER_PLAN,
    OPERATION_OPEN,
    OTHER_HOLDER,
    Facts,
    against,
    group_of,
    line_for,
    propose,
)
from verification.plans.states import PlanRoute
from verification.reverification.rules import Candidate, Situation

TODAY = dt.date(2026, 11, 26)
CLOSED = Blocker(code="closed", message="closed", source="test", until=dt.date(2026, 12, 1))
TOO_EARLY = Blocker(code="too_early", message="wait", source="test")


def template(key="tpl_1", *, same=True, **facts):
    values = {
        "verified": True,
        "disabled": False,
        "same_account": True,
        "fits_suffix": True,
        "in_review": False,
        "restrictions": (),
    }
    return Candidate(key, TargetFacts(**(values | facts)), same)


_SITUATION = ("safe_from", "unchanged", "nothing_wrong")


def facts(*, candidates=(), change=(), resubmit=(), steps=(), stands_against=None, **more):
    """`stands_against`: what stands against the same materials once more; () for nothing."""
    known = {name: more.pop(name) for name in _SITUATION if name in more}
    if stands_against is not None:
        more["unchanged"] = stands_against
        known["unchanged"] = not stands_against
    situation = Situation(
        today=TODAY,
        change_blockers=tuple(change),
        resubmit_blockers=tuple(resubmit),
        candidates=tuple(candidates),
        next_steps=frozenset(steps),
        **known,
    )
    values = {"holder": ("individual", "张示例"), "verified": False, "situation": situation}
    return Facts(**(values | more))


def test_verified_template_of_the_same_holder_takes_the_domain():
    line = propose(facts(candidates=[template("tpl_old"), template("tpl_new")]))
    assert (line.route, line.template) == (PlanRoute.CHANGE_REGISTRANT, "tpl_old")
    assert line.expected_on == dt.date(2026, 12, 1)
    assert "usable_template_same_holder" in line.because
    assert not line.other_holder


def test_template_of_another_holder_is_never_taken_unasked():
    line = propose(facts(candidates=[template(same=False)]))
    assert line.route is PlanRoute.BY_HAND


def test_chosen_template_of_another_holder_is_taken():
    other = template("tpl_x", same=False)
    line = propose(facts(candidates=[template()]), preferred=other)
    assert (line.template, line.other_holder) == ("tpl_x", True)


def test_chosen_template_that_does_not_fit_leaves_the_domain_its_own():
    unfit = template("tpl_x", fits_suffix=False)
    assert propose(facts(candidates=[template()]), preferred=unfit).template == "tpl_1"


def test_template_that_does_not_fit_the_suffix_is_passed_over():
    line = propose(facts(candidates=[template("a", fits_suffix=False), template("b")]))
    assert line.template == "b"


def test_after_a_timeout_the_same_materials_go_again_whatever_templates_there_are():
    line = propose(facts(candidates=[template()], stands_against=(), nothing_wrong=True))
    assert line.route is PlanRoute.RESUBMIT_UNCHANGED
    assert "nothing_wrong" in line.because
    assert line.expected_on == dt.date(2026, 12, 3)


def test_once_waiting_is_over_the_same_materials_go_again():
    line = propose(facts(stands_against=(), safe_from=TODAY, steps=["wait"]))
    assert line.route is PlanRoute.RESUBMIT_UNCHANGED
    assert "safe_day_reached" in line.because


def test_before_the_safe_day_the_domain_waits():
    safe = dt.date(2026, 12, 4)
    line = propose(facts(stands_against=(TOO_EARLY,), safe_from=safe, steps=["wait"]))
    assert (line.route, line.safe_from) == (PlanRoute.WAIT, safe)
    assert line.expected_on == dt.date(2026, 12, 11), "five working days after the safe one"


def test_same_holders_template_is_better_than_waiting():
    safe = dt.date(2026, 12, 4)
    line = propose(facts(candidates=[template()], stands_against=(TOO_EARLY,), safe_from=safe))
    assert line.route is PlanRoute.CHANGE_REGISTRANT


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"verified": True}, ALREADY_VERIFIED.code),
        ({"operation_open": True}, OPERATION_OPEN.code),
        ({"elsewhere": True}, IN_ANOTHER_PLAN.code),
        ({"change": [CLOSED], "resubmit": [CLOSED]}, "closed"),
    ],
)
def test_domain_that_nothing_can_be_done_for_is_left_out_with_the_reason(more, code):
    line = propose(facts(candidates=[template()], **more))
    assert line.route is PlanRoute.LEAVE_OUT
    assert [blocker.code for blocker in line.blocked_by] == [code]


def test_closed_change_of_registrant_is_said_where_a_person_is_needed():
    line = propose(facts(candidates=[template()], change=[CLOSED]))
    assert line.route is PlanRoute.BY_HAND
    assert CLOSED in line.blocked_by


def test_other_holder_must_be_meant():
    known, other = facts(), template(same=False)
    found = against(known, PlanRoute.CHANGE_REGISTRANT, other)
    assert found == (OTHER_HOLDER,)
    assert not against(known, PlanRoute.CHANGE_REGISTRANT, other, other_holder=True)


def test_change_without_a_template_asks_for_one():
    (found,) = against(facts(), PlanRoute.CHANGE_REGISTRANT)
    assert found.code == "template_missing"


def test_by_hand_one_holder_with_one_reason_is_one_group():
    first, second = facts(failed_with="a"), facts(failed_with="a")
    other_reason = facts(failed_with="b")
    other_holder = facts(failed_with="a", holder=("individual", "王样例"))
    groups = [
        group_of(known, PlanRoute.BY_HAND) for known in (first, second, other_reason, other_holder)
    ]
    assert groups[0] == groups[1]
    assert len(set(groups)) == 3


def test_moves_to_one_template_are_one_group_whatever_the_reason():
    groups = {
        line_for(facts(failed_with=why), PlanRoute.CHANGE_REGISTRANT, target=template()).group
        for why in ("a", "b")
    }
    assert len(groups) == 1


BLOCKERS = st.lists(
    st.sampled_from([CLOSED, Blocker(code="shut", message="shut", source="test")]),
    max_size=2,
    unique=True,
).map(tuple)
TARGETS = st.builds(
    TargetFacts,
    verified=st.booleans(),
    disabled=st.booleans(),
    same_account=st.booleans(),
    fits_suffix=st.booleans(),
    in_review=st.booleans(),
    restrictions=st.just(()),
)
CANDIDATES = st.builds(
    Candidate, key=st.sampled_from(["tpl_a", "tpl_b"]), target=TARGETS, same_holder=st.booleans()
)
FACTS = st.builds(
    Facts,
    holder=st.tuples(st.sampled_from(["individual", "organization"]), st.text(max_size=4)),
    verified=st.booleans(),
    situation=st.builds(
        Situation,
        today=st.just(TODAY),
        change_blockers=BLOCKERS,
        resubmit_blockers=BLOCKERS,
        candidates=st.lists(CANDIDATES, max_size=3).map(tuple),
        next_steps=st.frozensets(st.sampled_from(["retry", "wait", "switch", "support"])),
        safe_from=st.none() | st.dates(TODAY - dt.timedelta(30), TODAY + dt.timedelta(30)),
        unchanged=st.booleans(),
        nothing_wrong=st.booleans(),
    ),
    operation_open=st.booleans(),
    elsewhere=st.booleans(),
    failed_with=st.sampled_from(["", "timeout", "registrant_name_mismatch"]),
    unchanged=st.one_of(st.just(()), st.just((TOO_EARLY,))),
)


@given(FACTS, st.none() | CANDIDATES)
def test_every_line_has_a_route_that_its_own_facts_allow(known, preferred):
    line = propose(known, preferred=preferred)
    offered = [*known.situation.candidates, *([preferred] if preferred else [])]
    allowed = [
        candidate
        for candidate in offered or [None]
        if not against(known, line.route, candidate, other_holder=line.other_holder)
    ]
    assert allowed
    if line.route is PlanRoute.CHANGE_REGISTRANT:
        assert line.template in {candidate.key for candidate in allowed}
    else:
        assert line.template == ""


@given(FACTS)
def test_nothing_is_given_to_another_holder_unasked(known):
    assert not propose(known).other_holder


@given(FACTS)
def test_only_lines_that_end_by_themselves_have_an_expected_day(known):
    line = propose(known)
    by_itself = line.route not in (PlanRoute.BY_HAND, PlanRoute.LEAVE_OUT)
    assert (line.expected_on is not None) == by_itself


@given(FACTS)
def test_left_out_lines_say_why(known):
    line = propose(known)
    assert line.route is not PlanRoute.LEAVE_OUT or line.blocked_by
