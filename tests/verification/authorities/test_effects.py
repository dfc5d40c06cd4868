"""What an answer does: the first decision counts, everything after it changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.authorities.effects import effect_of
from verification.authorities.port import Standing

WRONG, OTHER = "证件已过期", "姓名不一致"


@pytest.mark.parametrize(
    ("standing", "messages", "state", "stage", "before", "effect"),
    [
        ("pending", [], "at_authority", "", [], "pending"),
        ("passed", [], "at_authority", "", [], "applied"),
        ("failed", [WRONG], "at_authority", "", [], "applied"),
        ("pending", [], "passed", "", [], "late"),
        ("passed", [], "passed", "", [], "repeated"),
        ("failed", [WRONG], "passed", "", [], "contradicted"),
        ("passed", [], "failed", "authority", [WRONG], "contradicted"),
        ("failed", [WRONG], "failed", "authority", [WRONG], "repeated"),
        ("failed", [WRONG, WRONG], "failed", "authority", [WRONG], "repeated"),
        ("failed", [OTHER], "failed", "authority", [WRONG], "contradicted"),
        ("passed", [], "failed", "timeout", ["超时"], "late"),
        ("failed", [WRONG], "failed", "timeout", ["超时"], "late"),
    ],
)
def test_effect_of_an_answer(standing, messages, state, stage, before, effect):
    found = effect_of(
        Standing(standing), messages, state=state, stage=stage, messages_before=before
    )
    assert found == effect


def test_a_message_that_was_cut_when_it_was_kept_is_the_same_message():
    found = effect_of(
        Standing.FAILED,
        ["x" * 900],
        state="failed",
        stage="authority",
        messages_before=["x" * 500],
    )
    assert found == "repeated"


_standings = st.sampled_from([Standing.PENDING, Standing.PASSED, Standing.FAILED])


@given(said=st.lists(st.tuples(_standings, st.sampled_from([WRONG, OTHER])), max_size=8))
def test_whatever_is_said_exactly_the_first_decision_takes_effect(said):
    state, stage, messages, applied = "at_authority", "", [], 0
    for standing, message in said:
        told = [message] if standing is Standing.FAILED else []
        effect = effect_of(standing, told, state=state, stage=stage, messages_before=messages)
        if effect == "applied":
            applied += 1
            state, messages = standing.value, told
            stage = "authority" if state == "failed" else ""
    assert applied == int(any(standing is not Standing.PENDING for standing, _ in said))
