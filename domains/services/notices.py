"""The outbox to the registry: a verified registrant is reported until its hold is gone."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from domains.models import Domain, RegistryNotice
from domains.registries import registry
from domains.registries.port import RegistryInfo, UnknownName
from registrar.backoff import next_look
from registrar.jobs import lease_until
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor

from .locking import lock_domain
from .saving import save_domain

SERVER_HOLD = "serverHold"
# A hold that stays this long after the report has another cause; nobody asks any further.
_GIVE_UP_AFTER = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class LeasedNotice:
    notice_id: int
    domain_id: int
    name: str
    transaction_id: str
    reported: bool


def write_notice(*, domain: Domain) -> RegistryNotice:
    """Put the news into the outbox, in the caller's transaction; whoever calls hurries it."""
    return RegistryNotice.objects.create(
        account_id=domain.account_id, domain=domain, due_at=timezone.now()
    )


def lease_notice(*, notice_id: int) -> LeasedNotice | None:
    """Take a due notice for a while; None when it is done or somebody else has it."""
    notice = (
        RegistryNotice.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("domain")
        .filter(pk=notice_id, due_at__lte=timezone.now())
        .first()
    )
    if notice is None:
        return None
    notice.due_at = lease_until()
    notice.attempts = min(notice.attempts + 1, 32_000)
    notice.save(update_fields=["due_at", "attempts", "updated_at"])
    return LeasedNotice(
        notice_id=notice.pk,
        domain_id=notice.domain_id,
        name=notice.domain.name,
        transaction_id=str(notice.transaction_id),
        reported=notice.reported_at is not None,
    )


def deliver_notice(leased: LeasedNotice) -> RegistryInfo | None:
    """Report (once) and read the statuses, outside of any transaction.

    None when the registry does not know the name: then there is no hold to lift either.
    Raises whatever the registry's adapter raises.
    """
    port = registry()
    try:
        if not leased.reported:
            port.report_verification(transaction_id=leased.transaction_id, name=leased.name)
        return port.info(leased.name)
    except UnknownName:
        return None


def settle_notice(*, actor: Actor, leased: LeasedNotice, info: RegistryInfo | None) -> None:
    """Write down what the registry shows; due again while the hold is still there."""
    domain = lock_domain(leased.domain_id)
    notice = RegistryNotice.objects.select_for_update().get(pk=leased.notice_id)
    if notice.done_at is not None:
        return
    now = timezone.now()
    notice.reported_at = notice.reported_at or now
    held = info is not None and SERVER_HOLD in info.epp_statuses
    waits = held and now - notice.created_at < _GIVE_UP_AFTER
    notice.due_at = next_look(notice.attempts) if waits else None
    notice.done_at = None if waits else now
    notice.save()
    if info is not None:
        take_over_statuses(actor=actor, domain=domain, info=info)


def postpone_notice(*, leased: LeasedNotice) -> None:
    """The registry could not be asked: later again."""
    notice = RegistryNotice.objects.select_for_update().get(pk=leased.notice_id)
    if notice.done_at is None:
        notice.due_at = next_look(notice.attempts)
        notice.save(update_fields=["due_at", "updated_at"])


def take_over_statuses(*, actor: Actor, domain: Domain, info: RegistryInfo) -> None:
    """The registry's statuses become the (locked) domain's; a change is logged."""
    before, after = sorted(domain.epp_statuses), sorted(info.epp_statuses)
    if before == after:
        return
    domain.epp_statuses = after
    moved = save_domain(domain, ["epp_statuses"])
    record(
        actor=actor,
        action="domain.statuses_changed",
        about=domain,
        before={"epp_statuses": before} | moved.before,
        after={"epp_statuses": after} | moved.after,
    )
