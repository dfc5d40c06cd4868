"""Entries about requests, called by what they are about: a subject is the customer's own words,
which the log could never forget."""

from collections.abc import Mapping

from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.support.models import SupportRequest


def record_step(*, actor: Actor, action: str, request: SupportRequest, before: str) -> None:
    """An entry with the state where it changed from `before`."""
    moved = before != request.state
    record_request(
        actor=actor,
        action=action,
        request=request,
        before={"state": before} if moved else {},
        after={"state": request.state} if moved else {},
    )


def record_request(
    *,
    actor: Actor,
    action: str,
    request: SupportRequest,
    before: Mapping[str, str] | None = None,
    after: Mapping[str, str] | None = None,
) -> None:
    record(
        actor=actor,
        action=action,
        about=request,
        label=request.domain.unicode_name if request.domain else request.public_id,
        before=before,
        after=after,
    )
