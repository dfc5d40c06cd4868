"""The port over the simulated registry."""

from django.db import transaction

from domains.registries.port import (
    Outcome,
    OutcomeState,
    RegistryInfo,
    RegistryRequest,
    RegistryUnavailable,
    UnknownName,
)

from . import clock, faults, register
from .faults import Fault
from .models import SimulatedObject, SimulatedRequest


class SimulatedRegistry:
    """Takes everything at once and judges it after its delay; see rules.judge for how."""

    def submit(self, request: RegistryRequest) -> None:
        if faults.strikes(Fault.NO_ANSWER):
            raise RegistryUnavailable("no answer")
        SimulatedRequest.objects.get_or_create(
            transaction_id=request.transaction_id,
            defaults={
                "kind": request.kind,
                "name": request.name,
                "body": _body_of(request),
                "received_at": clock.now(),
                "answer_at": register.answer_time(slow=faults.strikes(Fault.SLOW)),
            },
        )
        if faults.strikes(Fault.LOST_ANSWER):
            raise RegistryUnavailable("the answer got lost")

    def outcome(self, transaction_id: str) -> Outcome:
        if faults.strikes(Fault.GARBAGE):
            return Outcome(state="\x00?!", raw_messages=("\x00", "�" * 2000))
        with transaction.atomic():
            request = (
                SimulatedRequest.objects.select_for_update()
                .filter(transaction_id=transaction_id)
                .first()
            )
            if request is None:
                return Outcome(state=OutcomeState.UNKNOWN)
            if request.state == OutcomeState.PENDING and request.answer_at <= clock.now():
                register.settle(request, twice=faults.strikes(Fault.DOUBLE))
        return Outcome(state=request.state, raw_messages=tuple(request.raw_messages))

    def info(self, name: str) -> RegistryInfo:
        with transaction.atomic():
            found = SimulatedObject.objects.select_for_update().filter(name=name).first()
            if found is None:
                raise UnknownName(name)
            register.lift_due_hold(found)
        return RegistryInfo(name=name, epp_statuses=frozenset(found.epp_statuses))

    def report_verification(self, *, transaction_id: str, name: str) -> None:
        if faults.strikes(Fault.NO_ANSWER):
            raise RegistryUnavailable("no answer")
        with transaction.atomic():
            found = SimulatedObject.objects.select_for_update().filter(name=name).first()
            if found is None:
                raise UnknownName(name)
            _request, first = SimulatedRequest.objects.get_or_create(
                transaction_id=transaction_id,
                defaults={
                    "kind": "report_verification",
                    "name": name,
                    "received_at": clock.now(),
                    "answer_at": clock.now(),
                    "state": OutcomeState.DONE,
                },
            )
            if first:
                register.lift_hold_later(found)


def _body_of(request: RegistryRequest) -> dict[str, object]:
    return {
        "registrant": dict(request.registrant),
        "contact": dict(request.contact),
        "add_statuses": sorted(request.add_statuses),
        "remove_statuses": sorted(request.remove_statuses),
        "years": request.years,
        "nameservers": list(request.nameservers),
    }
