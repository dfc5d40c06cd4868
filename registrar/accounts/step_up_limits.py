"""How long a code counts, how often it may be tried and how often sent."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, Text, TooMany

from .models import Membership, StepUpChallenge
from .purposes import Purpose

CODE_LIFETIME = dt.timedelta(minutes=10)
PROOF_LIFETIME = dt.timedelta(minutes=10)
SEND_PAUSE = dt.timedelta(seconds=60)
MAX_TRIES = 5
# Bounds guessing by somebody who holds a session but not the phone: 100 tries an hour.
MAX_CODES_PER_HOUR = 20


def wait_before_next(latest: StepUpChallenge | None, now: dt.datetime) -> int:
    """Whole seconds until another code may be sent; 0 when it may be now."""
    if latest is None:
        return 0
    left = (latest.sent_at + SEND_PAUSE - now).total_seconds()
    return max(0, -int(-left // 1))


def check_pause(member: Membership, purpose: Purpose, now: dt.datetime) -> None:
    """TooMany with `retry_after` while the pause lasts or when an hour's codes are used up."""
    sent = StepUpChallenge.objects.filter(account_id=member.account_id, user_id=member.user_id)
    wait = wait_before_next(sent.filter(purpose=purpose).order_by("-sent_at").first(), now)
    if wait:
        message = _("A code was sent just now. Another one can be sent in %(seconds)d seconds.")
        raise TooMany(
            "code_sent_recently", message % {"seconds": wait}, extra={"retry_after": wait}
        )
    if sent.filter(sent_at__gt=now - dt.timedelta(hours=1)).count() >= MAX_CODES_PER_HOUR:
        message = _("Too many codes were sent within an hour. Please try again later.")
        raise TooMany("too_many_codes", message, extra={"retry_after": 3600})


def check_usable(challenge: StepUpChallenge | None, now: dt.datetime) -> StepUpChallenge:
    """The challenge, if a code may still be tried on it; InvalidInput saying why not."""
    if challenge is None or challenge.verified_at:
        raise _refused("code_missing", _("No code is waiting. Send one first."))
    if challenge.expires_at <= now:
        raise _refused("code_expired", _("This code has expired. Send a new one."))
    if challenge.tries_left == 0:
        raise _refused("code_tries_used_up", _("This code was tried 5 times. Send a new one."))
    return challenge


def wrong_code(tries_left: int) -> InvalidInput:
    message = _("The code is wrong. Tries left: %(count)d.") % {"count": tries_left}
    return _refused("code_wrong", message, tries_left=tries_left)


def _refused(code: str, message: Text, **extra: int) -> InvalidInput:
    return InvalidInput(code, message, errors=[FieldError("code", code, message)], extra=extra)
