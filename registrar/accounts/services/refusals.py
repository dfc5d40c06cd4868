"""Why something about members, invitations and keys can't be done."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import ServiceError


class LastOwner(ServiceError):
    """An account always has an owner."""

    code = "last_owner"
    message = _("This is the account's last owner. Make somebody else an owner first.")


class AlreadyMember(ServiceError):
    code = "already_member"
    message = _("This person is a member of the account already.")


class AlreadyInvited(ServiceError):
    code = "already_invited"
    message = _("This person has an open invitation. Send it again or withdraw it.")


class InvitationClosed(ServiceError):
    """Unknown, used, withdrawn and expired look the same from outside."""

    status = 404
    code = "invitation_closed"
    message = _("This invitation is not valid any more. Ask for a new one.")


class InvitationForSomebodyElse(ServiceError):
    status = 403
    code = "invitation_for_somebody_else"
    message = _("This invitation was sent to another e-mail address than yours.")


class SignInFirst(ServiceError):
    code = "sign_in_first"
    message = _("There is a user with this e-mail address. Sign in to accept the invitation.")


class NetworkNotAllowed(ServiceError):
    """The key is right; where it may be used from is not told."""

    status = 403
    code = "network_not_allowed"
    message = _("This API key can't be used from this address.")


class KeyNotValid(ServiceError):
    code = "key_not_valid"
    message = _("This key has been revoked or has expired.")


class StillOverlapping(ServiceError):
    """A key has two secrets at most, and both are in use."""

    code = "still_overlapping"
    message = _("The secret before the last is still valid. End it first.")
