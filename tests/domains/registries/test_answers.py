"""Whatever a registry sends becomes an Outcome or RegistryUnavailable, never another error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domains.registries.answers import MAX_MESSAGE, read_outcome
from domains.registries.port import Outcome, OutcomeState, RegistryUnavailable

ANYTHING = st.recursive(
    st.none() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(state=st.sampled_from(OutcomeState), messages=st.lists(st.text(max_size=700)))
def test_known_state_is_kept_and_messages_fit_the_column(state, messages):
    outcome = read_outcome(Outcome(state=state.value, raw_messages=tuple(messages)))
    assert outcome.state == state
    assert all(0 < len(text) <= MAX_MESSAGE and "\0" not in text for text in outcome.raw_messages)
    assert len(set(outcome.raw_messages)) == len(outcome.raw_messages)


@given(messages=ANYTHING)
def test_messages_of_any_type_are_survived(messages):
    assert read_outcome(Outcome(state="refused", raw_messages=messages)).state == "refused"


@given(answer=ANYTHING)
def test_answer_that_is_no_outcome_says_nothing(answer):
    with pytest.raises(RegistryUnavailable):
        read_outcome(answer)


@given(state=ANYTHING.filter(lambda value: value not in [s.value for s in OutcomeState]))
def test_unknown_state_says_nothing(state):
    with pytest.raises(RegistryUnavailable):
        read_outcome(Outcome(state=state))
