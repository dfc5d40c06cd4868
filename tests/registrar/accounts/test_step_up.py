import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from registrar.accounts.models import StepUpChallenge
from registrar.accounts.permissions import Role
from registrar.accounts.purposes import Purpose
from registrar.accounts.step_up import (
    CodeNotSent,
    StepUpRequired,
    has_proof,
    require_proof,
    send_code,
    verify_code,
)
from registrar.errors import InvalidInput, NotPermitted, TooMany
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

PURPOSE = Purpose.CHANGE_REGISTRANT


@pytest.fixture
def send(owner, sender):
    def send() -> str:
        send_code(actor=owner, purpose=PURPOSE)
        return sender.last_code()

    return send


@pytest.fixture
def later():
    start = timezone.now()
    return lambda **time: time_machine.travel(start + dt.timedelta(**time), tick=False)


def verify(actor, code, purpose=PURPOSE):
    verify_code(actor=actor, purpose=purpose, code=code)


def proved(actor, purpose=PURPOSE):
    with acting_as(actor):
        return has_proof(actor=actor, purpose=purpose)


def refusal(actor, code):
    with pytest.raises(InvalidInput) as refused:
        verify(actor, code)
    return refused.value


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06d}"


def test_right_code_proves_its_purpose_only_and_for_ten_minutes(owner, send, later):
    assert not proved(owner)
    with later(seconds=0):
        verify(owner, send())
        assert proved(owner)
        assert not proved(owner, Purpose.PUSH)
    with later(minutes=9, seconds=59):
        assert proved(owner)
    with later(minutes=10):
        assert not proved(owner)


def test_proof_is_nobody_elses(owner, operator, send):
    verify(owner, send())
    assert not proved(operator)


def test_code_goes_to_the_phone_and_is_kept_as_a_hash(owner, send, sender, alice):
    code = send()
    assert sender.sent[0]["phone"] == alice.phone
    with acting_as(owner):
        assert code not in str(StepUpChallenge.objects.get().__dict__)
        assert code not in str([e.__dict__ for e in LogEntry.objects.all()])


def test_full_width_digits_and_spaces_are_forgiven(owner, send):
    code = send()
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in code)
    verify(owner, f" {wide[:3]} {wide[3:]} ")
    assert proved(owner)


def test_wrong_code_counts_down_and_the_fifth_ends_it(owner, send):
    code = send()
    for left in (4, 3, 2, 1, 0):
        refused = refusal(owner, wrong(code))
        assert (refused.code, refused.extra) == ("code_wrong", {"tries_left": left})
    assert refusal(owner, code).code == "code_tries_used_up"
    assert not proved(owner)


def test_wrong_try_is_logged_as_refused(owner, send):
    refusal(owner, wrong(send()))
    with acting_as(owner):
        entry = LogEntry.objects.get(action="step_up.verified")
    assert (entry.result, entry.reason) == ("refused", "code_wrong")


def test_code_after_ten_minutes_has_expired(owner, send, later):
    with later(seconds=0):
        code = send()
    with later(minutes=10):
        assert refusal(owner, code).code == "code_expired"


def test_code_never_sent_or_used_already_is_missing(owner, send):
    assert refusal(owner, "123456").code == "code_missing"
    code = send()
    verify(owner, code)
    assert refusal(owner, code).code == "code_missing"


def test_new_code_ends_the_former_one(owner, send, later):
    with later(seconds=0):
        former = send()
    with later(seconds=60):
        newer = send()
        if former != newer:
            assert refusal(owner, former).code == "code_wrong"
        verify(owner, newer)
        assert proved(owner)


def test_second_code_within_a_minute_is_refused_with_the_wait(owner, send, sender, later):
    with later(seconds=0):
        send()
    with later(seconds=15), pytest.raises(TooMany) as refused:
        send()
    assert refused.value.extra == {"retry_after": 45}
    assert len(sender.sent) == 1


def test_codes_of_an_hour_are_limited(owner, sender, later):
    purposes = [Purpose.PUSH, Purpose.DELETE]
    for minute in range(1, 11):
        with later(minutes=minute):
            for purpose in purposes:
                send_code(actor=owner, purpose=purpose)
    with later(minutes=12), pytest.raises(TooMany) as refused:
        send_code(actor=owner, purpose=Purpose.PUSH)
    assert refused.value.code == "too_many_codes"


def test_sender_that_fails_says_where_and_lets_send_again_at_once(owner, sender, send):
    sender.fails = True
    with pytest.raises(CodeNotSent) as refused:
        send()
    assert "+86138****8000" in str(refused.value.message)
    sender.fails = False
    verify(owner, send())
    assert proved(owner)
    with acting_as(owner):
        assert LogEntry.objects.filter(action="step_up.not_sent", result="refused").count() == 1


def test_sending_and_verifying_inside_a_transaction_of_the_actor_is_a_mistake(owner, sender):
    with acting_as(owner):
        with pytest.raises(RuntimeError):
            send_code(actor=owner, purpose=PURPOSE)
        with pytest.raises(RuntimeError):
            verify(owner, "123456")


def test_require_proof_for_people_asks_for_the_code(owner):
    with acting_as(owner), pytest.raises(StepUpRequired) as refused:
        require_proof(actor=owner, purpose=PURPOSE)
    assert (refused.value.status, refused.value.code) == (403, "step_up_required")
    assert refused.value.extra == {"purpose": "change_registrant"}


def test_require_proof_for_a_key_is_its_scope(acme, key_of):
    with acting_as(key_of(acme, "domains:write")) as actor:
        with pytest.raises(NotPermitted) as refused:
            require_proof(actor=actor, purpose=PURPOSE)
        assert refused.value.extra == {"scope": "sensitive"}
    with acting_as(key_of(acme, "sensitive")) as actor:
        assert require_proof(actor=actor, purpose=PURPOSE) is None


def test_require_proof_for_the_system_passes_and_for_staff_not(acme, staff_actor):
    with acting_as(system_actor(acme.pk)) as actor:
        assert require_proof(actor=actor, purpose=PURPOSE) is None
    with acting_as(staff_actor), pytest.raises(NotPermitted):
        require_proof(actor=staff_actor, purpose=PURPOSE)


def test_stranger_of_the_account_gets_no_code(acme, gina, actor_of, sender):
    stranger = actor_of(acme, gina, Role.OWNER)
    with pytest.raises(NotPermitted):
        send_code(actor=stranger, purpose=PURPOSE)
    assert sender.sent == []
