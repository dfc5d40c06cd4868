"""The events of accounts and members, which lie below this app."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission, Role
from registrar.accounts.review_levels import ReviewLevel

from .fields import code, codes
from .making import changed_fields, event_type, from_entry

_ROLE = code("role", _("Role of the member."), Role.VIEWER, Role.values)
_WAS = code("previous_role", _("Role until now."), Role.OPERATOR, Role.values)
_LEVEL = code(
    "review_level", _("How the first review is done."), ReviewLevel.STAFF, ReviewLevel.values
)
_LEVEL_WAS = code(
    "previous_review_level",
    _("How it was done until now."),
    ReviewLevel.STRAIGHT_WHEN_CLEAN,
    ReviewLevel.values,
)


_of_account = partial(event_type, scope=Permission.LOGS_READ)
_type = partial(event_type, scope=Permission.MEMBERS_READ)
_ACCOUNT = "acct_01k2h5zq3ye8n9t6m4x7r1c0vb"
_MEMBER = "mem_01k2h5zq3ye8n9t6m4x7r1c0vb"
_INVITATION = "inv_01k2h5zq3ye8n9t6m4x7r1c0vb"

EVENTS = (
    _of_account(
        "account.renamed",
        _("Account renamed"),
        _("An owner has changed the account's name."),
        example=_ACCOUNT,
    ),
    _of_account(
        "account.review_level_changed",
        _("First review changed"),
        _("The registrar reviews this account's submissions otherwise from now on."),
        _LEVEL,
        _LEVEL_WAS,
        make_data=from_entry("review_level"),
        example=_ACCOUNT,
    ),
    _type(
        "invitation.sent",
        _("Invitation sent"),
        _("Somebody was invited into the account."),
        _ROLE,
        make_data=from_entry("role"),
        example=_INVITATION,
    ),
    _type(
        "invitation.sent_again",
        _("Invitation sent again"),
        _("The invitation was sent anew; the address in the earlier mail is void."),
        _ROLE,
        make_data=from_entry("role"),
        example=_INVITATION,
    ),
    _type(
        "invitation.withdrawn",
        _("Invitation withdrawn"),
        _("The invitation can't be accepted any more."),
        _ROLE,
        make_data=from_entry("role"),
        example=_INVITATION,
    ),
    _type(
        "member.joined",
        _("Member joined"),
        _("An invitation was accepted."),
        _ROLE,
        make_data=from_entry("role"),
        example=_MEMBER,
    ),
    _type(
        "member.profile_changed",
        _("Profile changed"),
        _("A member has changed name or phone."),
        codes("changed", _("The fields that have changed."), ["phone"]),
        make_data=changed_fields,
        example=_MEMBER,
    ),
    _type(
        "member.removed",
        _("Membership ended"),
        _("A member has left the account or was removed."),
        _WAS,
        make_data=from_entry("role"),
        example=_MEMBER,
    ),
    _type(
        "member.role_changed",
        _("Role changed"),
        _("A member may do more or less than before."),
        _ROLE,
        _WAS,
        make_data=from_entry("role"),
        example=_MEMBER,
    ),
)

SILENT = {
    "step_up.not_sent": "a step of one person's identity check; no object changes",
    "step_up.sent": "a step of one person's identity check; no object changes",
    "step_up.verified": "a step of one person's identity check; no object changes",
}
