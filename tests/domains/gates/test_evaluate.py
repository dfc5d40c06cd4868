from datetime import date

import pytest

from domains.gates import Operation, allowed, blockers

from .facts import TODAY, make_facts, make_target


def codes(facts, operation, **how):
    return {blocker.code for blocker in blockers(facts, operation, today=TODAY, **how)}


def test_renew_with_upgrade_less_than_15_days_before_expiry_is_blocked():
    facts = make_facts(expires_on=date(2026, 12, 6))
    assert codes(facts, Operation.RENEW, with_upgrade=True) == {"expiring_soon"}
    assert codes(facts, Operation.RENEW) == set()


def test_renew_with_upgrade_15_days_before_expiry_is_allowed():
    facts = make_facts(expires_on=date(2026, 12, 7))
    assert allowed(facts, Operation.RENEW, today=TODAY, with_upgrade=True)


@pytest.mark.parametrize("side", ["client", "server"])
def test_push_under_transfer_lock_is_blocked_only_across_registrars(side):
    facts = make_facts(epp_statuses=frozenset({f"{side}TransferProhibited"}))
    assert codes(facts, Operation.PUSH) == set()
    assert codes(facts, Operation.PUSH, across_registrars=True) == {f"{side}_transfer_prohibited"}


@pytest.mark.parametrize("real_name", ["verified", "failed", "unverified"])
def test_change_registrant_to_a_fit_template_is_allowed(real_name):
    facts = make_facts(real_name=real_name)
    assert codes(facts, Operation.CHANGE_REGISTRANT, target=make_target()) == set()


def test_change_registrant_of_unverified_domain_to_unverified_template_gives_both_reasons():
    found = codes(
        make_facts(real_name="unverified"),
        Operation.CHANGE_REGISTRANT,
        target=make_target(verified=False),
    )
    assert found == {"unverified", "template_not_verified"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"verified": False}, "template_not_verified"),
        ({"verified": False, "in_review": True}, "template_not_verified"),
        ({"disabled": True}, "template_disabled"),
        ({"same_account": False}, "template_other_account"),
        ({"fits_suffix": False}, "template_unfit_for_suffix"),
    ],
)
def test_change_registrant_to_an_unfit_template_names_the_reason(changes, code):
    target = make_target(**changes)
    assert codes(make_facts(), Operation.CHANGE_REGISTRANT, target=target) == {code}


def test_change_registrant_to_a_template_in_review_says_that_waiting_helps():
    (blocker,) = blockers(
        make_facts(),
        Operation.CHANGE_REGISTRANT,
        today=TODAY,
        target=make_target(verified=False, in_review=True),
    )
    assert "still in review" in str(blocker.message)


def test_target_says_nothing_about_other_operations():
    target = make_target(verified=False, disabled=True, same_account=False, fits_suffix=False)
    for operation in set(Operation) - {Operation.CHANGE_REGISTRANT}:
        assert codes(make_facts(), operation, target=target) == set()


@pytest.mark.parametrize(
    ("changes", "until"),
    [
        ({"registered_on": date(2026, 11, 1)}, date(2026, 12, 31)),
        ({"transferred_on": date(2026, 11, 1)}, date(2026, 12, 31)),
        (
            {"registrant_changed_on": date(2026, 11, 1), "registrant_lock": True},
            date(2026, 12, 31),
        ),
        ({"registered_on": None}, None),
        ({"expires_on": date(2026, 12, 1)}, None),
        ({"real_name": "failed"}, None),
    ],
)
def test_transfer_out_blocker_says_when_it_opens_again(changes, until):
    (blocker,) = blockers(make_facts(**changes), Operation.TRANSFER_OUT, today=TODAY)
    assert blocker.until == until


def test_transfer_out_opens_exactly_on_the_day_that_was_told():
    facts = make_facts(registered_on=date(2026, 11, 1))
    assert not allowed(facts, Operation.TRANSFER_OUT, today=date(2026, 12, 30))
    assert allowed(facts, Operation.TRANSFER_OUT, today=date(2026, 12, 31))
