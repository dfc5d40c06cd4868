"""The register itself: what names there are, and how requests change them."""

import datetime as dt
from collections.abc import Collection, Mapping

from domains.names import labels_of

from . import clock
from .models import SimulatedObject, SimulatedRequest
from .rules import CLIENT_STATUSES, REGISTER, UNKNOWN_OBJECT, judge, judge_new, statuses_of_new


def put_object(*, name: str, registrant_name: str, epp_statuses: Collection[str]) -> None:
    """Enter a name that the registrar holds already (demo data, tests); again replaces it."""
    SimulatedObject.objects.update_or_create(
        name=name,
        defaults={
            "registrant_name": registrant_name,
            "epp_statuses": sorted(epp_statuses),
            "hold_lifts_at": None,
        },
    )


def settle(request: SimulatedRequest, *, twice: bool) -> None:
    """Judge a locked request whose time has come, and carry it out."""
    found = SimulatedObject.objects.select_for_update().filter(name=request.name).first()
    message = _refusal(request, found)
    request.state = "refused" if message else "done"
    request.raw_messages = [message] * (2 if twice else 1) if message else []
    request.save(update_fields=["state", "raw_messages"])
    if message:
        return
    if found is None:
        found = SimulatedObject(name=request.name, epp_statuses=statuses_of_new(request.body))
    _apply(found, request.body)


def lift_hold_later(found: SimulatedObject) -> None:
    """A verified registrant was reported: serverHold goes after the usual delay."""
    if "serverHold" in found.epp_statuses and found.hold_lifts_at is None:
        found.hold_lifts_at = clock.now() + clock.delay()
        found.save(update_fields=["hold_lifts_at"])


def lift_due_hold(found: SimulatedObject) -> None:
    if found.hold_lifts_at is None or found.hold_lifts_at > clock.now():
        return
    found.epp_statuses = [status for status in found.epp_statuses if status != "serverHold"]
    found.hold_lifts_at = None
    found.save(update_fields=["epp_statuses", "hold_lifts_at"])


def answer_time(*, slow: bool) -> dt.datetime:
    return clock.now() + clock.delay(slow=slow)


def _refusal(request: SimulatedRequest, found: SimulatedObject | None) -> str:
    if request.kind == REGISTER:
        labels = labels_of(request.name)
        return judge_new(labels, request.body, taken=found is not None)
    return judge(request.kind, request.body, found.epp_statuses) if found else UNKNOWN_OBJECT


def _apply(found: SimulatedObject, body: Mapping[str, object]) -> None:
    registrant, contact = body.get("registrant"), body.get("contact")
    if isinstance(registrant, dict) and registrant:
        found.registrant = registrant
        found.registrant_name = str(registrant.get("name", ""))[:64]
    if isinstance(contact, dict) and contact:
        found.contact = contact
    added = _client_statuses(body.get("add_statuses"))
    removed = _client_statuses(body.get("remove_statuses"))
    found.epp_statuses = sorted((set(found.epp_statuses) - removed) | added)
    found.save()


def _client_statuses(given: object) -> set[str]:
    # RFC 5731, section 2.3: a client never touches the server's statuses.
    return set(given) & CLIENT_STATUSES if isinstance(given, list) else set()
