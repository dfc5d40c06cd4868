from dataclasses import replace

import pytest

from registrar.accounts.purposes import Purpose
from registrar.accounts.services.profile import parse_phone, rename_account, update_profile
from registrar.accounts.step_up import StepUpRequired, send_code, verify_code
from registrar.errors import InvalidInput, NotPermitted
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as

NEW_PHONE = "+8613900139000"


def test_update_profile_name_needs_no_code(owner, alice):
    with acting_as(owner):
        update_profile(actor=owner, name="Alice Li", phone=alice.phone)
        entry = LogEntry.objects.get()
    assert (entry.before, entry.after) == ({"name": "Alice"}, {"name": "Alice Li"})


def test_update_profile_phone_needs_a_code_to_the_present_phone(owner, alice, sender):
    with acting_as(owner), pytest.raises(StepUpRequired):
        update_profile(actor=owner, name="Alice", phone=NEW_PHONE)
    send_code(actor=owner, purpose=Purpose.CHANGE_PHONE)
    assert sender.sent[0]["phone"] == alice.phone
    verify_code(actor=owner, purpose=Purpose.CHANGE_PHONE, code=sender.last_code())
    with acting_as(owner):
        assert update_profile(actor=owner, name="Alice", phone=NEW_PHONE).phone == NEW_PHONE
        entry = LogEntry.objects.get(action="member.profile_changed")
    assert entry.after == {"phone": "+86139****9000"}


def test_update_profile_phone_without_an_account_needs_the_code_all_the_same(owner, alice):
    """Whoever holds somebody's session could else leave the account and take the phone over."""
    outside = replace(owner, account_id=None, permissions=frozenset())
    with acting_as(outside), pytest.raises(StepUpRequired):
        update_profile(actor=outside, name="Alice", phone="+8613900139000")
    alice.refresh_from_db()
    assert alice.phone == "+8613800138000"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("138 0013 8000", "+8613800138000"),
        ("+86 13800138000", "+8613800138000"),
        ("+44 20 7946 0018", "+442079460018"),
        ("  ", ""),
    ],
)
def test_parse_phone_gives_e164(text, number):
    assert parse_phone(text) == number


@pytest.mark.parametrize("text", ["12", "abc", "+86 1", "+999 13800138000"])
def test_parse_phone_of_no_number_is_invalid(text):
    with pytest.raises(InvalidInput):
        parse_phone(text)


def test_rename_account_by_owner_is_logged_and_by_operator_refused(owner, operator):
    with acting_as(owner):
        assert rename_account(actor=owner, name=" 新名 ").name == "新名"
        assert LogEntry.objects.get().object_type == "account"
    with acting_as(operator), pytest.raises(NotPermitted):
        rename_account(actor=operator, name="x")
