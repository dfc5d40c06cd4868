"""What this app writes into the operation log."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "account.renamed": _("Account renamed"),
    "account.review_level_changed": _("First review changed"),
    "api_key.changed": _("API key changed"),
    "api_key.created": _("API key created"),
    "api_key.former_ended": _("Old secret of an API key ended"),
    "api_key.revoked": _("API key revoked"),
    "api_key.rotated": _("API key rotated"),
    "api_key.used_elsewhere": _("API key used from an address that is not allowed"),
    "invitation.sent": _("Invitation sent"),
    "invitation.sent_again": _("Invitation sent again"),
    "invitation.withdrawn": _("Invitation withdrawn"),
    "member.joined": _("Member joined"),
    "member.profile_changed": _("Profile changed"),
    "member.removed": _("Membership ended"),
    "member.role_changed": _("Role changed"),
    "step_up.not_sent": _("Verification code could not be sent"),
    "step_up.sent": _("Verification code sent"),
    "step_up.verified": _("Verification code checked"),
}

REASONS = {
    "code_not_sent": _("The code could not be sent"),
    "code_wrong": _("The code was wrong"),
}
