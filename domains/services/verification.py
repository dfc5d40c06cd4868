"""A domain's way through real-name verification. The verification app calls these.

Each locks the domain and writes the operation log, which locks the account's chain: lock the
template and the submission before you call. All return the domain as it is now.
"""

from domains.gates import Operation
from domains.gating import require_open
from domains.models import Domain, RegistryNotice
from domains.states import RealName
from domains.tasks import run_notice
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import NotPermitted, StateConflict
from registrar.jobs import hurry_on_commit
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor, ActorKind
from registrar.transitions import move

from .locking import lock_domain
from .notices import write_notice
from .saving import save_domain


def enter_verification(*, actor: Actor, domain: Domain) -> Domain:
    """Materials were submitted. Blocked by the gate; StateConflict when already verified."""
    require(actor, Permission.VERIFICATIONS_WRITE)
    domain = lock_domain(domain.pk)
    require_open(domain, Operation.SUBMIT_VERIFICATION)
    before = domain.real_name
    move(domain.enter_verification)
    return _save(actor, domain, "domain.verification_entered", before)


def record_verification_result(*, actor: Actor, domain: Domain, passed: bool) -> Domain:
    """The reviewers or the authority decided. NotPermitted for anyone but them.

    A pass goes to the registry through the outbox: its serverHold is lifted some time later.
    """
    _require_reviewer(actor)
    domain = lock_domain(domain.pk)
    before = domain.real_name
    move(domain.pass_verification if passed else domain.fail_verification)
    if passed:
        _hurry(write_notice(domain=domain))
    word = "passed" if passed else "failed"
    return _save(actor, domain, f"domain.verification_{word}", before)


def return_to_verification(*, actor: Actor, domain: Domain) -> Domain:
    """A reviewer takes a failure back: in review once more. NotPermitted for anyone but them,
    Blocked by the gate (a change of registrant is under way), StateConflict unless failed."""
    _require_reviewer(actor)
    domain = lock_domain(domain.pk)
    require_open(domain, Operation.SUBMIT_VERIFICATION)
    before = domain.real_name
    move(domain.return_to_verification)
    return _save(actor, domain, "domain.verification_resumed", before)


def leave_verification(*, actor: Actor, domain: Domain, back_to: str) -> Domain:
    """The submission was withdrawn; `back_to` is what the domain was before: RealName.UNVERIFIED
    or RealName.FAILED. StateConflict for anything else, or when none is in review."""
    if actor.kind not in {ActorKind.SYSTEM, ActorKind.STAFF}:
        require(actor, Permission.VERIFICATIONS_WRITE)
    domain = lock_domain(domain.pk)
    ways = {
        RealName.UNVERIFIED.value: domain.leave_verification,
        RealName.FAILED.value: domain.fail_verification,
    }
    way = ways.get(str(back_to))
    if way is None:
        raise StateConflict
    before = domain.real_name
    move(way)
    return _save(actor, domain, "domain.verification_left", before)


def _require_reviewer(actor: Actor) -> None:
    if actor.kind not in {ActorKind.SYSTEM, ActorKind.STAFF}:
        raise NotPermitted


def _hurry(notice: RegistryNotice) -> None:
    hurry_on_commit(run_notice, notice.pk, notice.account_id)


def _save(actor: Actor, domain: Domain, action: str, before: str) -> Domain:
    moved = save_domain(domain, ["real_name"])
    record(
        actor=actor,
        action=action,
        about=domain,
        before={"real_name": str(before)} | moved.before,
        after={"real_name": str(domain.real_name)} | moved.after,
    )
    return domain
