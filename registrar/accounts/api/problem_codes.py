"""What the refusals about members, invitations and keys mean."""

from django.utils.translation import gettext_lazy as _

from registrar.api.problem_codes import add_problem_codes


def register_problem_codes() -> None:
    add_problem_codes(
        409,
        {
            "already_invited": _("This address has an open invitation. Send it again."),
            "already_member": _("Whoever has this address is a member already."),
            "already_revoked": _("The key has been revoked already."),
            "key_not_valid": _("The key has been revoked or has expired: it gets no new secret."),
            "last_owner": _("An account always has an owner. Make somebody else one first."),
            "no_former_secret": _("The secret before the last has ended already."),
            "sent_recently": _("The invitation was sent less than a minute ago."),
            "still_overlapping": _("Two secrets of the key are in use. End the former first."),
        },
    )
