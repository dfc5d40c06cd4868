"""The one door to the gate table: rows in, reasons out. Every service and page asks here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from domains.gates import Blocker, DomainFacts, Operation, TargetFacts, blockers, overview
from domains.models import Domain
from domains.rules.suffix_fit import fits_suffix
from registrar.errors import Blocked, FieldError
from templates_app.models import InfoTemplate
from templates_app.restrictions.selectors import restrictions_by_template
from templates_app.rules.restrictions import Hit
from templates_app.states import TemplateState


def facts_of(domain: Domain) -> DomainFacts:
    """What the gates may know of a domain; days are counted where the registrar sits."""
    return DomainFacts(
        lifecycle=domain.lifecycle,
        naming=domain.naming,
        real_name=domain.real_name,
        registrant_change=domain.registrant_change,
        transfer=domain.transfer,
        disputed=domain.disputed,
        epp_statuses=frozenset(domain.epp_statuses),
        registered_on=_day(domain.registered_at),
        transferred_on=_day(domain.transferred_at),
        registrant_changed_on=_day(domain.registrant_changed_at),
        registrant_lock=domain.registrant_lock,
        expires_on=_day(domain.expires_at),
        upgrade_pending=domain.upgrade_pending,
        suffix=domain.suffix,
    )


def target_of(
    template: InfoTemplate,
    domain: Domain,
    *,
    restrictions: Mapping[int, tuple[Hit, ...]] | None = None,
) -> TargetFacts:
    """What the gates may know of the template that `domain` would move to.

    Where many templates are asked about, `restrictions` is `restrictions_by_template` of them
    all; else this template's are looked up (two queries).
    """
    known = restrictions_by_template([template]) if restrictions is None else restrictions
    gone = template.state == TemplateState.DISABLED or template.deleted_at is not None
    return TargetFacts(
        verified=template.state == TemplateState.VERIFIED,
        disabled=gone,
        same_account=template.account_id == domain.account_id,
        fits_suffix=fits_suffix(
            domain.suffix, holder_type=template.holder_type, country=template.country
        ),
        in_review=template.state == TemplateState.IN_REVIEW,
        restrictions=known[template.pk],
    )


def blockers_of(
    domain: Domain, operation: Operation, *, target: TargetFacts | None = None
) -> tuple[Blocker, ...]:
    """Every reason that blocks `operation` on `domain` today; empty when it is allowed."""
    return blockers(facts_of(domain), operation, today=timezone.localdate(), target=target)


def require_open(
    domain: Domain, operation: Operation, *, target: TargetFacts | None = None
) -> None:
    """Raise Blocked with every reason, and the day when the last of them ends, if known."""
    found = blockers_of(domain, operation, target=target)
    if found:
        raise Blocked(errors=reasons_of(found), blocked_until=opens_on(found))


def reasons_of(blockers: Iterable[Blocker]) -> list[FieldError]:
    """Every reason as a refusal carries it."""
    return [FieldError("", blocker.code, blocker.message) for blocker in blockers]


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """One operation as pages and the API show it: allowed, or every reason why not."""

    operation: Operation
    blocked_by: tuple[Blocker, ...]

    @property
    def allowed(self) -> bool:
        return not self.blocked_by

    @property
    def until(self) -> date | None:
        return opens_on(self.blocked_by)


def overview_of(domain: Domain) -> list[GateAnswer]:
    """The gate's answer for every operation, in the order in which they are shown."""
    found: Mapping[Operation, tuple[Blocker, ...]] = overview(
        facts_of(domain), today=timezone.localdate()
    )
    return [GateAnswer(operation, blocked_by) for operation, blocked_by in found.items()]


def opens_on(found: tuple[Blocker, ...]) -> date | None:
    """The first day on which none of the reasons holds; None when one of them has no end."""
    days = [blocker.until for blocker in found]
    return max((day for day in days if day), default=None) if all(days) else None


def _day(moment: datetime | None) -> date | None:
    # The zone is named, because looking up the current one costs more than the rest.
    return None if moment is None else timezone.localdate(moment, timezone.get_default_timezone())
