"""How an authority is doing, in its row, which all workers share: may we call, how it went."""

import datetime as dt
from dataclasses import dataclass

import structlog
from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from registrar.jobs import lease_until
from registrar.tenancy.context import for_the_registrar
from verification.authorities.circuit import (
    Circuit,
    CircuitRule,
    CircuitState,
    after_failure,
    after_success,
)
from verification.models import Authority

log = structlog.get_logger(__name__)
# Answers come many times a second; the row is written for one of them now and then.
_OK_EVERY = dt.timedelta(seconds=10)
_KIND_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Permit:
    """Whether to call now. `trial`: this call decides whether the circuit closes. `retry_at`:
    when asking again is worth it, where it is not allowed."""

    allowed: bool
    trial: bool = False
    retry_at: dt.datetime | None = None


def circuit_rule() -> CircuitRule:
    """settings.AUTHORITY_CIRCUIT: `failures` in a row, `pause` and `longest` in seconds."""
    told = settings.AUTHORITY_CIRCUIT
    return CircuitRule(
        failures=told["failures"],
        pause=dt.timedelta(seconds=told["pause"]),
        longest=dt.timedelta(seconds=told["longest"]),
    )


def circuit_state(authority: Authority) -> CircuitState:
    """For those who only look."""
    return _circuit(authority).state(timezone.now())


def ask_to_call(*, authority: Authority) -> Permit:
    """May this worker call now? Who gets the trial has it alone until its lease is over."""
    now = timezone.now()
    state = _circuit(authority).state(now)
    if state is CircuitState.CLOSED:
        return Permit(allowed=True)
    if state is CircuitState.OPEN:
        return Permit(allowed=False, retry_at=authority.open_until)
    lease = lease_until()
    with for_the_registrar():
        same = Authority.objects.filter(pk=authority.pk, open_until=authority.open_until)
        taken = same.update(open_until=lease) == 1
    return Permit(allowed=taken, trial=taken, retry_at=None if taken else lease)


def note_ok(*, authority: Authority) -> None:
    """It answered as it should: the circuit closes. Inside the fence."""
    now, well = timezone.now(), after_success()
    with for_the_registrar():
        changed = Authority.objects.filter(
            Q(failures__gt=0)
            | Q(open_until__isnull=False)
            | Q(last_ok_at=None)
            | Q(last_ok_at__lt=now - _OK_EVERY),
            pk=authority.pk,
        ).update(failures=well.failures, open_until=well.open_until, last_ok_at=now, updated_at=now)
    if changed and authority.open_until is not None:
        log.info("authority_circuit_closed", authority=authority.code)


def note_failure(
    *, authority: Authority, kind: str, trial: bool = False, about_case: bool = False
) -> None:
    """A call failed: `kind` as AuthorityError has it. Inside the fence.

    What only one case is to blame for (`about_case`) is remembered and doesn't count: it was an
    answer, and a trial that got one has shown that the authority is there.
    """
    now = timezone.now()
    with for_the_registrar():
        row = Authority.objects.select_for_update().get(pk=authority.pk)
        before = _circuit(row)
        after = before
        if not about_case:
            after = after_failure(before, circuit_rule(), now=now, trial=trial)
        elif trial:
            after = after_success()
        row.failures, row.open_until = after.failures, after.open_until
        row.last_error, row.last_error_at = kind[:_KIND_LENGTH], now
        row.save(
            update_fields=["failures", "open_until", "last_error", "last_error_at", "updated_at"]
        )
    if before.open_until is None and after.open_until is not None:
        log.error("authority_circuit_opened", authority=authority.code, kind=row.last_error)


def _circuit(authority: Authority) -> Circuit:
    return Circuit(authority.failures, authority.open_until)
