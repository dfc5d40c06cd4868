"""Deleting and disabling templates."""

from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from templates_app.gates import delete_blockers, disable_blockers
from templates_app.models import InfoTemplate
from templates_app.restrictions.keepers import require_keeper
from templates_app.states import DisabledReason
from templates_app.uses import uses_of

from .locking import lock_template, require_open


def delete_template(*, actor: Actor, template: InfoTemplate) -> None:
    """Take it out of every list. Blocked while in review or while domains use it.

    The row stays, because later versions, submissions and the log refer to it. NotFound when
    it is gone already.
    """
    require(actor, Permission.TEMPLATES_WRITE)
    locked = lock_template(template)
    require_open(delete_blockers(locked.state, domain_count=uses_of(locked)))
    locked.deleted_at = timezone.now()
    locked.save(update_fields=["deleted_at", "updated_at"])
    before = {"state": locked.state, "version": locked.version}
    record(actor=actor, action="template.deleted", about=locked, before=before)


def disable_template(
    *, actor: Actor, template: InfoTemplate, reason: str = DisabledReason.RETIRED
) -> InfoTemplate:
    """Bar it from any further use, for good; domains that have it keep it.

    From every state; one in review stays disabled whatever the result. Blocked when it is
    disabled already; ValueError for a reason that `DisabledReason` does not know.
    """
    require(actor, Permission.TEMPLATES_WRITE)
    return _disable(actor, template, DisabledReason(reason))


def bar_template(*, actor: Actor, template: InfoTemplate, cause: str) -> InfoTemplate:
    """The registrar bars it, because its holder is restricted; the log of its account keeps the
    `cause`. NotPermitted for everybody but those who keep the lists; else as for
    `disable_template`."""
    require_keeper(actor)
    return _disable(actor, template, DisabledReason.BARRED, cause=cause)


def _disable(
    actor: Actor, template: InfoTemplate, reason: DisabledReason, **why: str
) -> InfoTemplate:
    locked = lock_template(template)
    require_open(disable_blockers(locked.state))
    before = locked.state
    locked.disabled_reason = reason.value
    locked.disable()
    locked.save(update_fields=["state", "disabled_reason", "updated_at"])
    record(
        actor=actor,
        action="template.disabled",
        about=locked,
        before={"state": before},
        after={"state": locked.state, "disabled_reason": locked.disabled_reason, **why},
    )
    return locked
