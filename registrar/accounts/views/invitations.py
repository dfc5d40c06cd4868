"""Sending invitations and answering them. Mails go out after the commit."""

import structlog
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required
from registrar.accounts.forms.settings import InviteForm
from registrar.accounts.forms.sign_in import JoinForm
from registrar.accounts.mails import MAIL_ERRORS, send_invitation
from registrar.accounts.middleware import own_transactions
from registrar.accounts.models import Invitation, User
from registrar.accounts.request_actor import choose_account, client_ip, request_id
from registrar.accounts.requests import MemberRequest
from registrar.accounts.services.invitations import (
    NewInvitation,
    invite_member,
    resend_invitation,
    withdraw_invitation,
)
from registrar.accounts.services.joining import (
    Origin,
    accept_invitation,
    find_invitation,
    join_as_new_user,
)
from registrar.errors import ServiceError
from registrar.form_errors import show_refusal
from registrar.post_or_back import post_or_back
from registrar.tenancy.context import acting_as

from .members import members_page

log = structlog.get_logger(__name__)
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@own_transactions
@member_required()
@post_or_back("accounts:members")
def invite(request: MemberRequest) -> HttpResponse:
    form = InviteForm(request.POST, actor=request.actor)
    if form.is_valid():
        try:
            with acting_as(request.actor):
                new = invite_member(actor=request.actor, **form.cleaned_data)
        except ServiceError as error:
            if error.status == 403:
                raise
            show_refusal(form, error)
        else:
            _mail(request, new)
            return redirect("accounts:members")
    with acting_as(request.actor):
        return members_page(request, form, status=400)


@own_transactions
@member_required()
@post_or_back("accounts:members")
def resend(request: MemberRequest, invitation_id: str) -> HttpResponse:
    with acting_as(request.actor):
        new = resend_invitation(actor=request.actor, invitation_id=invitation_id)
    _mail(request, new)
    return redirect("accounts:members")


@member_required()
@post_or_back("accounts:members")
def withdraw(request: MemberRequest, invitation_id: str) -> HttpResponse:
    withdraw_invitation(actor=request.actor, invitation_id=invitation_id)
    messages.success(request, _("The invitation is withdrawn; its link does not work any more."))
    return redirect("accounts:members")


@own_transactions
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the link: join as who is signed in, as somebody new, or sign in first."""
    try:
        found = find_invitation(secret=secret)
    except ServiceError as error:
        context = {"reason": error.message}
        return render(request, "accounts/invitation_closed.html", context, status=404)
    user = request.user
    if isinstance(user, User):
        return _as_signed_in(request, found, user, secret)
    if User.objects.filter(email=found.email).exists():
        return redirect(f"{reverse('accounts:login')}?next={request.path}")
    return _as_somebody_new(request, found, secret)


def _as_signed_in(request: HttpRequest, found: Invitation, user: User, secret: str) -> HttpResponse:
    fits = user.email == found.email
    if request.method == "POST" and fits:
        accept_invitation(secret=secret, user=user, origin=_origin(request))
        choose_account(request, found.account)
        return redirect("console:dashboard")
    context = {"invitation": found, "fits": fits}
    return render(request, "accounts/invitation.html", context, status=200 if fits else 403)


def _as_somebody_new(request: HttpRequest, found: Invitation, secret: str) -> HttpResponse:
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            user, _member = join_as_new_user(secret=secret, origin=_origin(request), **values)
        except ServiceError as error:
            show_refusal(form, error)
        else:
            login(request, user, backend=_BACKEND)
            choose_account(request, found.account)
            return redirect("console:dashboard")
    return render(request, "accounts/join.html", {"invitation": found, "form": form})


def _mail(request: MemberRequest, new: NewInvitation) -> None:
    address = request.build_absolute_uri(reverse("accounts:invitation", args=[new.secret]))
    email = new.invitation.email
    try:
        send_invitation(
            email=email, account=request.account.name, inviter=str(request.user), address=address
        )
    except MAIL_ERRORS as error:
        log.warning("invitation_not_sent", error=type(error).__name__, id=new.invitation.public_id)
        text = _("The mail to %(email)s could not be sent. Send the invitation again in a minute.")
        messages.error(request, text % {"email": email})
    else:
        messages.success(request, _("The invitation to %(email)s is sent.") % {"email": email})


def _origin(request: HttpRequest) -> Origin:
    return Origin(ip=client_ip(request), request_id=request_id(request))
