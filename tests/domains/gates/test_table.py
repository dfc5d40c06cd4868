"""The table row by row, then every two rows together, against the list in expected.py."""

from itertools import combinations

import pytest

from domains.gates import GATES, Operation, blockers, overview

from .expected import ALL, ROWS
from .facts import TODAY, make_facts


def blocked_by_code(facts):
    found = {}
    for operation, reasons in overview(facts, today=TODAY).items():
        for reason in reasons:
            found.setdefault(reason.code, set()).add(str(operation))
    return found


@pytest.mark.parametrize("name", ROWS)
def test_overview_of_each_state_blocks_exactly_its_operations(name):
    changes, expected = ROWS[name]
    assert blocked_by_code(make_facts(**changes)) == expected


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("operation", sorted(ALL))
def test_blockers_of_each_state_and_operation_match_the_written_table(name, operation):
    changes, expected = ROWS[name]
    codes = {b.code for b in blockers(make_facts(**changes), Operation(operation), today=TODAY)}
    assert codes == {code for code, blocked in expected.items() if operation in blocked}


def test_overview_of_two_states_at_once_gives_the_reasons_of_both():
    for (one, one_expected), (two, two_expected) in combinations(ROWS.values(), 2):
        # The suffix is no state: it changes what other dates mean.
        if one.keys() & two.keys() or "suffix" in {*one, *two}:
            continue
        assert blocked_by_code(make_facts(**one, **two)) == {**one_expected, **two_expected}


def test_operations_are_those_of_the_written_table():
    assert {str(operation) for operation in Operation} == ALL


def test_gates_have_one_row_per_code_and_every_code_is_expected():
    codes = [rule.code for rule in GATES]
    assert len(codes) == len(set(codes))
    assert set(codes) == {code for _, expected in ROWS.values() for code in expected}


def test_gates_all_carry_message_and_source():
    for rule in GATES:
        assert str(rule.message).endswith(".")
        assert rule.source


def test_two_epp_statuses_give_both_reasons():
    facts = make_facts(epp_statuses=frozenset({"clientHold", "serverTransferProhibited"}))
    assert blocked_by_code(facts) == {
        "client_hold": {"transfer_in", "transfer_out"},
        "server_transfer_prohibited": {"transfer_out"},
    }


def test_unlocking_stays_possible_under_every_lock():
    locks = frozenset(
        f"{side}{what}Prohibited"
        for side in ("client", "server")
        for what in ("Update", "Transfer", "Renew", "Delete")
    )
    assert blockers(make_facts(epp_statuses=locks), Operation.SET_LOCKS, today=TODAY) == ()
