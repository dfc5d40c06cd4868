import pytest

from domains import states

from .facts import make_facts


def test_facts_take_a_stored_state_for_the_pure_one():
    assert make_facts(lifecycle=states.Lifecycle.EXPIRED) == make_facts(lifecycle="expired")


def test_facts_with_an_unknown_state_are_refused():
    with pytest.raises(ValueError, match="activ"):
        make_facts(lifecycle="activ")
