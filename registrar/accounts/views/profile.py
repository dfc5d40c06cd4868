"""The person's own page and the account's."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required, signed_in_required
from registrar.accounts.forms.settings import AccountForm, ProfileForm
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.accounts.services.profile import rename_account, update_profile
from registrar.form_errors import refusals_shown_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_required
def profile(request: MemberRequest) -> HttpResponse:
    user = request.user
    form = ProfileForm(request.POST or None, initial={"name": user.name, "phone": user.phone})
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            update_profile(actor=request.actor, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, _("Your profile is saved."))
            return redirect("accounts:settings")
    context = {"form": form, "tab": "profile"}
    return render(request, "accounts/settings/profile.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required()
def account(request: MemberRequest) -> HttpResponse:
    form = AccountForm(request.POST or None, initial={"name": request.account.name})
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            rename_account(actor=request.actor, name=form.cleaned_data["name"])
        if form.is_valid():
            messages.success(request, _("The account is saved."))
            return redirect("accounts:account")
    may = request.actor.may(Permission.ACCOUNT_MANAGE)
    context = {"form": form, "tab": "account", "may_rename": may}
    return render(request, "accounts/settings/account.html", context)
