"""Members and open invitations of the account."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from registrar.accounts.access import member_required
from registrar.accounts.forms.settings import InviteForm, roles_for
from registrar.accounts.models import Membership
from registrar.accounts.permissions import Permission, Role
from registrar.accounts.requests import MemberRequest
from registrar.accounts.role_texts import ROLE_TEXTS
from registrar.accounts.selectors import members_of, open_invitations, owner_count
from registrar.accounts.services.members import change_role, remove_member
from registrar.listing import list_page
from registrar.post_or_back import post_or_back

_SHOWN_INVITATIONS = 100


@require_GET
@member_required()
def members(request: MemberRequest) -> HttpResponse:
    return members_page(request, InviteForm(actor=request.actor))


def members_page(request: MemberRequest, form: InviteForm, status: int = 200) -> HttpResponse:
    """The list, with the invitation form as it was sent."""
    account_id = request.account.pk
    rows, here = members_of(account_id), reverse("accounts:members")
    page = list_page(request, rows, order=("created_at", "id"), path=here)
    owners = owner_count(account_id)
    context = {
        "tab": "members",
        "form": form,
        "may_manage": request.actor.may(Permission.MEMBERS_MANAGE),
        "rows": [(member, _why_fixed(request, member, owners)) for member in page.items],
        **page.links,
        "invitations": open_invitations(account_id).order_by("-id")[:_SHOWN_INVITATIONS],
        "roles": roles_for(request.actor),
        "role_texts": [(name, ROLE_TEXTS[value]) for value, name in Role.choices],
        "now": timezone.now(),
    }
    return render(request, "accounts/settings/members.html", context, status=status)


@member_required()
@post_or_back("accounts:members")
def role(request: MemberRequest, member_id: str) -> HttpResponse:
    wanted = request.POST.get("role", "")
    changed = change_role(actor=request.actor, member_id=member_id, role=wanted)
    text = _("%(name)s is now: %(role)s.")
    values = {"name": changed.user, "role": changed.get_role_display()}
    messages.success(request, text % values)
    return redirect("accounts:members")


@member_required()
@post_or_back("accounts:members")
def remove(request: MemberRequest, member_id: str) -> HttpResponse:
    own = {membership.public_id for membership in request.memberships}
    remove_member(actor=request.actor, member_id=member_id)
    messages.success(request, _("The membership has ended."))
    return HttpResponseRedirect("/" if member_id in own else reverse("accounts:members"))


def _why_fixed(request: MemberRequest, member: Membership, owners: int) -> str:
    """Why role and membership can't be changed by who is looking, or ""."""
    own = member.user_id == request.actor.user_id
    if member.role == Role.OWNER and owners == 1:
        return _("The last owner can't be changed. Make somebody else an owner first.")
    if own:
        return ""
    if not request.actor.may(Permission.MEMBERS_MANAGE):
        return _("Only owners and managers manage members.")
    if member.role == Role.OWNER and not request.actor.may(Permission.OWNERS_MANAGE):
        return _("Only owners manage owners.")
    return ""
