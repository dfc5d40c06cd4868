"""What verification does to a template. Its own services have asked for the permission."""

from collections.abc import Callable

from django.utils import timezone

from registrar.errors import NotFound, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from templates_app.gates import submit_blockers
from templates_app.models import InfoTemplate
from templates_app.states import TemplateState

from .locking import lock_template, require_open


def enter_review(*, actor: Actor, template: InfoTemplate) -> InfoTemplate:
    """A submission was handed in. Blocked in any state but unverified and failed; NotFound."""
    locked = lock_template(template)
    require_open(submit_blockers(locked.state))
    return _move(actor, locked, InfoTemplate.enter_review, "template.review_entered")


def pass_review(*, actor: Actor, template: InfoTemplate) -> InfoTemplate:
    """The authority confirmed the holder: verified from now on."""
    locked = _lock_in_review(template)
    locked.verified_at = timezone.now()
    return _move(actor, locked, InfoTemplate.pass_review, "template.verified")


def fail_review(*, actor: Actor, template: InfoTemplate) -> InfoTemplate:
    """A reviewer or the authority refused, or the authority did not answer in time."""
    return _move(actor, _lock_in_review(template), InfoTemplate.fail_review, "template.failed")


def return_to_review(*, actor: Actor, template: InfoTemplate) -> InfoTemplate:
    """A reviewer takes a failure back: in review once more. StateConflict unless it stands as
    failed; NotFound when it is gone."""
    locked = lock_template(template)
    if locked.state != TemplateState.FAILED:
        raise StateConflict
    return _move(actor, locked, InfoTemplate.return_to_review, "template.review_resumed")


def leave_review(*, actor: Actor, template: InfoTemplate) -> InfoTemplate:
    """The submission was withdrawn before anybody decided."""
    locked = _lock_in_review(template)
    return _move(actor, locked, InfoTemplate.leave_review, "template.review_left")


def _lock_in_review(template: InfoTemplate) -> InfoTemplate:
    """StateConflict unless in review; a disabled or deleted one may still hear its result.

    It is not `lock_template`: what was deleted meanwhile must not keep a submission from ending.
    """
    locked: InfoTemplate | None = (
        InfoTemplate.objects.select_for_update().filter(pk=template.pk).first()
    )
    if locked is None:
        raise NotFound
    if locked.state not in (TemplateState.IN_REVIEW, TemplateState.DISABLED):
        raise StateConflict
    return locked


def _move(
    actor: Actor,
    template: InfoTemplate,
    transition: Callable[[InfoTemplate], None],
    action: str,
) -> InfoTemplate:
    before = template.state
    if before == TemplateState.DISABLED:
        # It was disabled while in review: the submission ends, the template stays as it is.
        return template
    transition(template)
    template.save(update_fields=["state", "verified_at", "updated_at"])
    record(
        actor=actor,
        action=action,
        about=template,
        before={"state": before},
        after={"state": template.state},
    )
    return template
