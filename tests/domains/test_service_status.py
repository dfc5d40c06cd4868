from itertools import combinations

import pytest
from hypothesis import given

from domains.service_status import SERVICE_STATUSES, derive
from domains.service_status_texts import STATUS_TEXTS

from .gates.facts import make_facts
from .gates.strategies import any_facts

# One state for each word, in the published order of precedence.
STATES = {
    "disputed": {"disputed": True},
    "pending_delete": {"lifecycle": "pending_delete"},
    "redemption": {"lifecycle": "redemption"},
    "registering": {"lifecycle": "registering"},
    "transfer_in_pending": {"transfer": "in_pending"},
    "transfer_out_pending": {"transfer": "out_pending"},
    "push_pending": {"transfer": "push_pending"},
    "registrant_change_in_review": {"registrant_change": "in_review"},
    "verification_in_review": {"real_name": "in_review"},
    "naming_failed": {"naming": "failed"},
    "naming_in_review": {"naming": "in_review"},
    "verification_failed": {"real_name": "failed"},
    "unverified": {"real_name": "unverified"},
    "on_hold": {"epp_statuses": frozenset({"serverHold"})},
    "expired": {"lifecycle": "expired"},
    "verified": {},
}


def test_service_statuses_keep_the_published_precedence():
    assert tuple(STATES) == SERVICE_STATUSES


@pytest.mark.parametrize("status", STATES)
def test_derive_of_a_single_state_gives_its_word(status):
    assert derive(make_facts(**STATES[status])) == status


def test_derive_of_two_states_gives_the_one_of_higher_precedence():
    for (higher, one), (_, two) in combinations(STATES.items(), 2):
        if not one.keys() & two.keys():
            assert derive(make_facts(**one, **two)) == higher


@pytest.mark.parametrize("hold", ["clientHold", "serverHold"])
def test_derive_with_either_hold_is_on_hold(hold):
    assert derive(make_facts(epp_statuses=frozenset({hold, "inactive"}))) == "on_hold"


def test_derive_of_a_domain_that_is_gone_is_pending_delete():
    assert derive(make_facts(lifecycle="gone")) == "pending_delete"


@given(any_facts)
def test_derive_always_gives_a_known_word(facts):
    assert derive(facts) in SERVICE_STATUSES


def test_status_texts_cover_every_status_with_distinct_labels():
    assert tuple(STATUS_TEXTS) == SERVICE_STATUSES
    assert len({str(text.label) for text in STATUS_TEXTS.values()}) == len(SERVICE_STATUSES)
    assert {text.tone for text in STATUS_TEXTS.values()} <= {"ok", "warn", "bad", "info", "muted"}
