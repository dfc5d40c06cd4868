"""Every row of the contract is in the catalogue, with nothing lost and nothing made up."""

import pytest

from tests.verification.catalogue.reference import DOMAIN, TRUTHFULNESS, VERIFICATION
from tests.verification.catalogue.wordings import MESSAGES
from verification.catalogue.catalogue import reason, reasons
from verification.catalogue.classify import classify


def messages_of(code):
    return {message for owner, message in MESSAGES if owner == code}


def test_the_groups_hold_the_contract_codes_and_no_other():
    groups = {
        g: {r.code for r in reasons().values() if r.group == g}
        for g in ("verification", "truthfulness", "domain")
    }
    assert groups == {
        "verification": set(VERIFICATION),
        "truthfulness": set(TRUTHFULNESS),
        "domain": set(DOMAIN),
    }


@pytest.mark.parametrize("code", VERIFICATION)
def test_verification_reason_is_the_contract_row(code):
    entry = reason(code)
    assert (entry.next, entry.causes) == VERIFICATION[code]
    assert set(entry.messages) == messages_of(code)


@pytest.mark.parametrize("code", TRUTHFULNESS)
def test_truthfulness_reason_is_the_contract_row(code):
    assert reason(code).next == TRUTHFULNESS[code]
    assert set(reason(code).messages) == messages_of(code)


@pytest.mark.parametrize("code", sorted(DOMAIN))
def test_domain_reason_holds_the_contract_messages(code):
    assert messages_of(code) <= set(reason(code).messages)


@pytest.mark.parametrize(("code", "message"), MESSAGES)
def test_contract_message_is_recognised_for_certain(code, message):
    found = classify(message)
    assert [(m.code, m.confidence) for m in found.reasons] == [(code, 1.0)]
