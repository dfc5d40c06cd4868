"""The port's side of the simulated authority: takes a case, answers after a while."""

import datetime as dt
import uuid

from django.conf import settings
from django.utils import timezone

from verification.authorities.port import AuthorityError, AuthorityRequest, Outcome, Standing
from verification.materials_rules import get_profile

from . import faults
from .faults import Fault
from .models import AuthorityCase
from .register import look_up
from .rules import judge

_PROFILE = "tencent"
_SLOW = dt.timedelta(days=1)


class SimulatedAuthority:
    """settings.SIMULATED_AUTHORITY: `delay` in seconds, `admit_unknown`."""

    def submit(self, request: AuthorityRequest) -> None:
        """Judge at once, tell later. A transaction id that is known changes nothing."""
        if faults.strikes(Fault.NO_ANSWER):
            raise AuthorityError("no_answer")
        if not AuthorityCase.objects.filter(transaction_id=request.transaction_id).exists():
            _open_case(request)
        if faults.strikes(Fault.LOST_ANSWER):
            raise AuthorityError("lost_answer")

    def outcome(self, transaction_id: uuid.UUID) -> Outcome:
        """PENDING until the delay is over, then the verdict, as often as it is asked."""
        if faults.strikes(Fault.NO_ANSWER):
            raise AuthorityError("no_answer")
        if faults.strikes(Fault.GARBAGE):
            return Outcome(Standing.FAILED, ("\x00", "\ufffd" * 2000))
        case = AuthorityCase.objects.filter(transaction_id=transaction_id).first()
        if case is None:
            return Outcome(Standing.UNKNOWN)
        if case.answers_at > timezone.now():
            return Outcome(Standing.PENDING)
        if not case.messages:
            return Outcome(Standing.PASSED)
        times = 2 if faults.strikes(Fault.DOUBLE) else 1
        return Outcome(Standing.FAILED, tuple(case.messages) * times)

    def probe(self) -> None:
        """It lives in this process: it answers unless it is told not to."""
        if faults.strikes(Fault.NO_ANSWER):
            raise AuthorityError("no_answer")


def _open_case(request: AuthorityRequest) -> None:
    options = settings.SIMULATED_AUTHORITY
    verdict = judge(
        request,
        look_up(name=request.holder_name, document_number=request.document_number),
        today=timezone.localdate(),
        profile=get_profile(_PROFILE),
        admit_unknown=bool(options["admit_unknown"]),
    )
    delay = _SLOW if faults.strikes(Fault.SLOW) else dt.timedelta(seconds=float(options["delay"]))
    AuthorityCase.objects.get_or_create(
        transaction_id=request.transaction_id,
        defaults={"answers_at": timezone.now() + delay, "messages": verdict},
    )
