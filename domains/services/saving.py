"""Saving a locked domain."""

from collections.abc import Collection
from dataclasses import dataclass, field

from domains.models import Domain
from domains.states import Lifecycle


@dataclass(frozen=True, slots=True)
class StatusMove:
    """What the log's entry says of the service status, on either side: nothing where it stayed.

    Whoever saves a domain hands both to the entry: what is told of the status is read there.
    """

    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)


def save_domain(domain: Domain, changed: Collection[str]) -> StatusMove:
    """Write the changed fields and read back the status that the database derives from them."""
    if not changed:
        return StatusMove()
    was = domain.service_status
    domain.save(update_fields=[*sorted(set(changed)), "updated_at"])
    domain.refresh_from_db(fields=["service_status"])
    now = domain.service_status
    if was == now or domain.lifecycle == Lifecycle.GONE:
        # What is gone stands nowhere any more: the operation's own entry tells its end.
        return StatusMove()
    return StatusMove({"service_status": was}, {"service_status": now})
