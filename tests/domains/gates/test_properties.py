from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domains.gates import Operation, allowed, blockers, overview

from .facts import TODAY, make_target
from .strategies import EPP_STATUSES, RESTRICTIONS, any_facts

flags = st.fixed_dictionaries(
    {
        "with_upgrade": st.booleans(),
        "across_registrars": st.booleans(),
        "target": st.none()
        | st.builds(
            make_target,
            verified=st.booleans(),
            disabled=st.booleans(),
            same_account=st.booleans(),
            fits_suffix=st.booleans(),
            in_review=st.booleans(),
        ),
    }
)
operations = st.sampled_from(Operation)


def codes(facts, operation, **how):
    return {blocker.code for blocker in blockers(facts, operation, today=TODAY, **how)}


@given(any_facts, operations, flags, st.sampled_from(sorted(RESTRICTIONS)), st.data())
def test_adding_a_restriction_never_unblocks(facts, operation, how, field, data):
    free_value, restricted_values = RESTRICTIONS[field]
    free = replace(facts, **{field: free_value})
    restricted = replace(facts, **{field: data.draw(restricted_values)})
    assert codes(free, operation, **how) <= codes(restricted, operation, **how)


@given(any_facts, operations, flags, st.sampled_from(EPP_STATUSES))
def test_adding_an_epp_status_never_unblocks(facts, operation, how, status):
    more = replace(facts, epp_statuses=facts.epp_statuses | {status})
    assert codes(facts, operation, **how) <= codes(more, operation, **how)


@given(any_facts, operations, flags)
def test_flags_and_targets_never_unblock(facts, operation, how):
    assert codes(facts, operation) <= codes(facts, operation, **how)


@given(any_facts)
def test_overview_agrees_with_allowed_for_every_operation(facts):
    for operation, reasons in overview(facts, today=TODAY).items():
        assert (reasons == ()) == allowed(facts, operation, today=TODAY)


@given(any_facts, operations)
def test_blocker_with_a_date_is_gone_on_that_day_and_there_the_day_before(facts, operation):
    for blocker in blockers(facts, operation, today=TODAY):
        if blocker.until is None:
            continue
        then = blockers(facts, operation, today=blocker.until)
        before = blockers(facts, operation, today=blocker.until - timedelta(days=1))
        assert blocker.code not in {b.code for b in then}
        assert blocker in before


@given(any_facts, operations)
def test_codes_of_one_answer_are_distinct(facts, operation):
    found = [blocker.code for blocker in blockers(facts, operation, today=TODAY)]
    assert len(found) == len(set(found))
