"""Roles of members, and members who go."""

from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.models import Account, Membership
from registrar.accounts.permissions import ROLE_PERMISSIONS, Permission, Role
from registrar.accounts.selectors import get_member, owner_count
from registrar.errors import FieldError, InvalidInput
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor, ActorKind

from .refusals import LastOwner


def change_role(*, actor: Actor, member_id: str, role: str) -> Membership:
    """Give a member another role. Owners are made and unmade by owners only.

    NotFound, NotPermitted, LastOwner, or InvalidInput for an unknown role. The same role
    again changes nothing.
    """
    require(actor, Permission.MEMBERS_MANAGE)
    check_role(actor, role)
    _lock_account(actor)
    member = get_member(_account(actor), member_id)
    check_role(actor, member.role)
    if member.role == role:
        return member
    _keep_an_owner(member)
    before, member.role = member.role, role
    member.save(update_fields=["role", "updated_at"])
    record(
        actor=actor,
        action="member.role_changed",
        about=member,
        label=member.user.log_label,
        before={"role": before},
        after={"role": role},
    )
    return member


def remove_member(*, actor: Actor, member_id: str) -> None:
    """End a membership; everybody may end their own. The last owner stays (LastOwner)."""
    _lock_account(actor)
    member = get_member(_account(actor), member_id)
    if member.user_id != actor.user_id:
        require(actor, Permission.MEMBERS_MANAGE)
        check_role(actor, member.role)
    _keep_an_owner(member)
    record(
        actor=actor,
        action="member.removed",
        about=member,
        label=member.user.log_label,
        before={"role": member.role, "email": member.user.email},
    )
    member.delete()


def check_role(actor: Actor, role: str) -> None:
    """Only owners manage owners, and a key only roles that may do no more than it may itself;
    an unknown role is InvalidInput."""
    if role not in Role.values:
        reason = FieldError("role", "invalid_choice", _("There is no such role."))
        raise InvalidInput(errors=[reason])
    if role == Role.OWNER:
        require(actor, Permission.OWNERS_MANAGE)
    if actor.kind is ActorKind.KEY:
        for permission in sorted(ROLE_PERMISSIONS[role]):
            require(actor, Permission(permission))


def _keep_an_owner(member: Membership) -> None:
    if member.role == Role.OWNER and owner_count(member.account_id) == 1:
        raise LastOwner()


def _lock_account(actor: Actor) -> None:
    # Two owners who unmake each other at the same time must not both succeed.
    Account.objects.select_for_update(no_key=True).get(pk=_account(actor))


def _account(actor: Actor) -> int:
    if actor.account_id is None:
        raise RuntimeError("members are managed inside an account")
    return actor.account_id
