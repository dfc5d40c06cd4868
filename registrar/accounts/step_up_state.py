"""What the step-up panel shows."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise

from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor

from .models import Membership
from .purposes import Purpose
from .step_up import asked_here, has_proof, latest_challenge, masked_address
from .step_up_limits import wait_before_next


@dataclass(frozen=True, slots=True)
class StepUpState:
    """`wait` in seconds until another code may be sent, whichever session asked for the last
    one; `sent`, `waiting` (a code can be entered), `expired` and `tries_left` are this session's.
    `by_phone` says whether `address`, which is masked, is a phone."""

    purpose: str
    label: str | Promise
    address: str
    by_phone: bool
    sent: bool
    waiting: bool
    expired: bool
    tries_left: int
    wait: int
    proved: bool


def step_up_state(*, actor: Actor, purpose: Purpose) -> StepUpState:
    """The state for the signed-in member; for the template accounts/step_up_panel.html.

    Called inside the fence. NotPermitted for whoever is no member.
    """
    member = (
        Membership.objects.select_related("user")
        .filter(account_id=actor.account_id, user_id=actor.user_id)
        .first()
    )
    if member is None:
        raise NotPermitted()
    latest = latest_challenge(member, purpose)
    now = timezone.now()
    here = latest if asked_here(latest, actor) else None
    unused = here if here and here.verified_at is None else None
    alive = bool(unused and unused.expires_at > now and unused.tries_left)
    return StepUpState(
        purpose=purpose.value,
        label=purpose.label,
        address=masked_address(member.user),
        by_phone=bool(member.user.phone),
        sent=here is not None,
        waiting=alive,
        expired=bool(unused and not alive),
        tries_left=unused.tries_left if unused else 0,
        wait=wait_before_next(latest, now),
        proved=has_proof(actor=actor, purpose=purpose),
    )
