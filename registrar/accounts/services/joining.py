"""Accepting an invitation, as somebody known or as somebody new.

The person is no member yet: these services find the invitation by its secret, enter its
account and commit by themselves. Call them outside of `acting_as`.
"""

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from registrar.accounts.models import Invitation, Membership, User
from registrar.errors import FieldError, InvalidInput
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as, looking_up

from .invitations import hash_secret
from .refusals import (
    AlreadyMember,
    InvitationClosed,
    InvitationForSomebodyElse,
    SignInFirst,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the request came from, for the log."""

    ip: str = ""
    request_id: str = ""


def find_invitation(*, secret: str) -> Invitation:
    """The open invitation that `secret` opens, with its account; InvitationClosed otherwise."""
    if not secret.isascii():
        raise InvitationClosed()
    digest = hash_secret(secret)
    with looking_up(secret=digest):
        invitation = (
            Invitation.unfenced_manager.select_related("account").filter(secret_hash=digest).first()
        )
    if invitation is None or not _is_open(invitation):
        raise InvitationClosed()
    return invitation


def accept_invitation(*, secret: str, user: User, origin: Origin) -> Membership:
    """Make `user` a member. The invitation must be theirs: InvitationForSomebodyElse."""
    invitation = find_invitation(secret=secret)
    if user.email != invitation.email:
        raise InvitationForSomebodyElse()
    with acting_as(_as_member_to_be(invitation, user, origin)) as actor:
        return _join(actor, invitation, user)


def join_as_new_user(
    *, secret: str, name: str, password: str, origin: Origin
) -> tuple[User, Membership]:
    """Make a user for the invited address, and a member. The link proves the address.

    SignInFirst when the address has a user; InvalidInput for a weak password.
    """
    invitation = find_invitation(secret=secret)
    if User.objects.filter(email=invitation.email).exists():
        raise SignInFirst()
    _check_password(password, User(email=invitation.email, name=name))
    try:
        with transaction.atomic():
            user = User.objects.create_user(invitation.email, password, name=name.strip())
            with acting_as(_as_member_to_be(invitation, user, origin)) as actor:
                return user, _join(actor, invitation, user)
    except IntegrityError:  # the same form sent twice at once
        raise SignInFirst() from None


def _join(actor: Actor, invitation: Invitation, user: User) -> Membership:
    locked = Invitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    if not _is_open(locked) or locked.secret_hash != invitation.secret_hash:
        raise InvitationClosed()
    member, made = Membership.objects.get_or_create(
        account_id=locked.account_id, user=user, defaults={"role": locked.role}
    )
    if not made:
        raise AlreadyMember()
    locked.accepted_at = timezone.now()
    locked.save(update_fields=["accepted_at", "updated_at"])
    record(
        actor=actor,
        action="member.joined",
        about=member,
        label=user.log_label,
        after={"role": member.role, "email": user.email},
    )
    return member


def _is_open(invitation: Invitation) -> bool:
    answered = invitation.accepted_at or invitation.revoked_at
    return not answered and invitation.expires_at > timezone.now()


def _as_member_to_be(invitation: Invitation, user: User, origin: Origin) -> Actor:
    return Actor(
        kind=ActorKind.USER,
        account_id=invitation.account_id,
        label=user.log_label,
        user_id=user.pk,
        ip=origin.ip,
        request_id=origin.request_id,
    )


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        reasons = [FieldError("password", "weak_password", text) for text in error.messages]
        raise InvalidInput(errors=reasons) from None
