"""The step-up check before sensitive operations: a code to the member's phone (seed 003).

`send_code` and `verify_code` open their own transactions, because what they write must stay
although the answer is an error, and because nothing is sent inside a transaction: call them
from views marked with `own_transactions`. A code and its proof belong to the browser session
(`actor.session`) in which it was asked for; pauses and limits to the member. `has_proof` and
`require_proof` are asked inside.
"""

import datetime as dt

import structlog
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from registrar.errors import NotPermitted, ServiceError
from registrar.masking import mask_email, mask_phone
from registrar.oplog.models import Result
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as

from .codes import code_matches, hash_code, make_code
from .guard import scope_missing
from .models import Membership, StepUpChallenge, User
from .permissions import Permission
from .purposes import Purpose
from .senders import current_sender
from .step_up_limits import (
    CODE_LIFETIME,
    MAX_TRIES,
    PROOF_LIFETIME,
    check_pause,
    check_usable,
    wrong_code,
)

log = structlog.get_logger(__name__)


class StepUpRequired(ServiceError):
    """A code for `purpose` must be entered first; pages lead to `accounts:step_up`."""

    status = 403
    code = "step_up_required"
    message = gettext_lazy("Confirm with a verification code first.")

    def __init__(self, purpose: str) -> None:
        super().__init__(extra={"purpose": str(purpose)})
        self.purpose = str(purpose)


class CodeNotSent(ServiceError):
    """The sender failed; another code may be asked for at once."""

    status = 503
    code = "code_not_sent"


def send_code(*, actor: Actor, purpose: Purpose) -> None:
    """Send a new code to the member; the former one of this purpose ends, in every session.

    TooMany within 60 seconds of the last one, or above the hourly limit; CodeNotSent when the
    sender refuses; NotPermitted outside of a session: the code could be entered nowhere.
    """
    if not actor.session:
        raise NotPermitted()
    with acting_as(actor):
        member = _lock_member(actor)
        now = timezone.now()
        check_pause(member, purpose, now)
        challenge, code = _new_challenge(member, purpose, actor.session, now)
        record(
            actor=actor,
            action="step_up.sent",
            about=member,
            label=member.user.log_label,
            after={"purpose": purpose.value, "to": masked_address(member.user)},
        )
    _deliver(actor, challenge, member.user, code)


def verify_code(*, actor: Actor, purpose: Purpose, code: str) -> None:
    """Prove `purpose` for ten minutes in this session. InvalidInput `code_missing`, `code_expired`,
    `code_tries_used_up` or `code_wrong` (`extra["tries_left"]`); a wrong try is counted."""
    with acting_as(actor):
        member = _lock_member(actor)
        latest = latest_challenge(member, purpose)
        now = timezone.now()
        challenge = check_usable(latest if asked_here(latest, actor) else None, now)
        right = code_matches(code, challenge.code_hash, challenge.uid)
        challenge.tries_left -= 1
        challenge.verified_at = now if right else None
        challenge.save(update_fields=["tries_left", "verified_at", "updated_at"])
        record(
            actor=actor,
            action="step_up.verified",
            about=member,
            label=member.user.log_label,
            result=Result.DONE if right else Result.REFUSED,
            reason="" if right else "code_wrong",
            after={"purpose": purpose.value},
        )
    if not right:
        raise wrong_code(challenge.tries_left)


def has_proof(*, actor: Actor, purpose: Purpose) -> bool:
    """Whether `actor` may do a sensitive operation of this purpose right now."""
    if actor.kind is ActorKind.USER:
        since = timezone.now() - PROOF_LIFETIME
        # Rows older than the marks have an empty one: they prove nothing.
        if not actor.session:
            return False
        return StepUpChallenge.objects.filter(
            account_id=actor.account_id,
            user_id=actor.user_id,
            purpose=purpose,
            session_mark=actor.session,
            verified_at__gt=since,
        ).exists()
    return actor.may(Permission.SENSITIVE)


def require_proof(*, actor: Actor, purpose: Purpose) -> None:
    """Return when `has_proof`. StepUpRequired for people; for a key without the scope
    `sensitive` NotPermitted (`scope_missing`)."""
    if has_proof(actor=actor, purpose=purpose):
        return
    if actor.kind is ActorKind.USER:
        raise StepUpRequired(purpose)
    if actor.kind is ActorKind.KEY:
        raise scope_missing(Permission.SENSITIVE)
    raise NotPermitted()


def masked_address(user: User) -> str:
    """Where codes for `user` go, as the person may see it."""
    return mask_phone(user.phone) if user.phone else mask_email(user.email)


def asked_here(challenge: StepUpChallenge | None, actor: Actor) -> bool:
    """Whether the code was asked for in the session that `actor` is in."""
    return bool(challenge and actor.session and challenge.session_mark == actor.session)


def latest_challenge(member: Membership, purpose: Purpose) -> StepUpChallenge | None:
    """The member's latest, whichever session asked for it."""
    return (
        StepUpChallenge.objects.filter(
            account_id=member.account_id, user_id=member.user_id, purpose=purpose
        )
        .order_by("-sent_at", "-pk")
        .first()
    )


def _lock_member(actor: Actor) -> Membership:
    """The member's row, locked: two requests at once neither send twice nor try twice."""
    member = (
        Membership.objects.select_for_update(of=("self",), no_key=True)
        .select_related("user")
        .filter(account_id=actor.account_id, user_id=actor.user_id)
        .first()
    )
    if member is None:
        raise NotPermitted()
    return member


def _new_challenge(
    member: Membership, purpose: Purpose, session_mark: str, now: dt.datetime
) -> tuple[StepUpChallenge, str]:
    code = make_code()
    challenge = StepUpChallenge(
        account_id=member.account_id,
        user_id=member.user_id,
        purpose=purpose,
        session_mark=session_mark,
        sent_at=now,
        expires_at=now + CODE_LIFETIME,
        tries_left=MAX_TRIES,
    )
    challenge.code_hash = hash_code(code, challenge.uid)
    challenge.save(force_insert=True)
    return challenge, code


def _deliver(actor: Actor, challenge: StepUpChallenge, user: User, code: str) -> None:
    text = _(
        "%(code)s is your Zhengming code for: %(purpose)s. It is valid for 10 minutes."
        " Never pass it on."
    ) % {"code": code, "purpose": Purpose(challenge.purpose).label}
    try:
        current_sender().send_code(phone=user.phone, email=user.email, text=text)
    except Exception as error:
        log.warning("step_up_not_sent", error=type(error).__name__, challenge=challenge.public_id)
        with acting_as(actor):
            member = _lock_member(actor)
            StepUpChallenge.objects.filter(pk=challenge.pk).delete()
            record(
                actor=actor,
                action="step_up.not_sent",
                about=member,
                label=user.log_label,
                result=Result.REFUSED,
                reason="code_not_sent",
                after={"purpose": challenge.purpose},
            )
        message = _("The code could not be sent to %(address)s. You can try again at once.")
        raise CodeNotSent(message=message % {"address": masked_address(user)}) from None
