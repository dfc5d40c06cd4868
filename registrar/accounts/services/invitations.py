"""Offering membership: a link with a secret, of which only the hash is kept."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.models import Invitation
from registrar.accounts.permissions import Permission
from registrar.accounts.selectors import get_invitation, members_of, open_invitations
from registrar.errors import StateConflict
from registrar.masking import mask_email
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor

from .members import check_role
from .refusals import AlreadyInvited, AlreadyMember

LIFETIME = dt.timedelta(days=7)
# A second mail to the same person only after this pause.
RESEND_PAUSE = dt.timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """`secret` is for the mail only; it can't be read again."""

    invitation: Invitation
    secret: str


def hash_secret(secret: str) -> str:
    """256 random bits need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def invite_member(*, actor: Actor, email: str, role: str) -> NewInvitation:
    """Offer `role` to the person behind `email` for 7 days. The caller sends the mail after
    the commit. AlreadyMember, AlreadyInvited, NotPermitted, InvalidInput."""
    require(actor, Permission.MEMBERS_MANAGE)
    check_role(actor, role)
    email = email.strip().lower()
    account_id = int(actor.account_id or 0)
    if members_of(account_id).filter(user__email=email).exists():
        raise AlreadyMember()
    waiting = open_invitations(account_id).filter(email=email, expires_at__gt=timezone.now())
    if waiting.exists():
        raise AlreadyInvited()
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        account_id=account_id,
        email=email,
        role=role,
        secret_hash=hash_secret(secret),
        invited_by_id=actor.user_id,
        expires_at=timezone.now() + LIFETIME,
    )
    _log(actor, invitation, "sent")
    return NewInvitation(invitation, secret)


def resend_invitation(*, actor: Actor, invitation_id: str) -> NewInvitation:
    """A new link for another 7 days; the former one ends."""
    invitation = _locked(actor, invitation_id)
    if invitation.updated_at > timezone.now() - RESEND_PAUSE:
        raise StateConflict("sent_recently", _("The invitation was sent less than a minute ago."))
    secret = secrets.token_urlsafe(32)
    invitation.secret_hash = hash_secret(secret)
    invitation.expires_at = timezone.now() + LIFETIME
    invitation.save(update_fields=["secret_hash", "expires_at", "updated_at"])
    _log(actor, invitation, "sent_again")
    return NewInvitation(invitation, secret)


def withdraw_invitation(*, actor: Actor, invitation_id: str) -> None:
    """The link stops working at once."""
    invitation = _locked(actor, invitation_id)
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at", "updated_at"])
    _log(actor, invitation, "withdrawn")


def _locked(actor: Actor, invitation_id: str) -> Invitation:
    require(actor, Permission.MEMBERS_MANAGE)
    found = get_invitation(int(actor.account_id or 0), invitation_id)
    check_role(actor, found.role)
    waiting = open_invitations(found.account_id).select_for_update(no_key=True)
    invitation = waiting.filter(pk=found.pk).first()
    if invitation is None:
        raise StateConflict()
    return invitation


def _log(actor: Actor, invitation: Invitation, verb: str) -> None:
    record(
        actor=actor,
        action=f"invitation.{verb}",
        about=invitation,
        label=mask_email(invitation.email),
        after={"role": invitation.role, "email": invitation.email},
    )
