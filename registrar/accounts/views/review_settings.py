"""Staff's page about how an account is reviewed, /admin/accounts/account/<pk>/review/."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from registrar.accounts.forms.review_settings import ReviewSettingsForm
from registrar.accounts.models import Account, Membership
from registrar.accounts.requests import StaffRequest
from registrar.accounts.services.review_settings import CHANGE, set_review_settings
from registrar.form_errors import refusals_shown_in
from registrar.oplog.staff_log import staff_changes


@require_http_methods(["GET", "HEAD", "POST"])
def review_settings(request: StaffRequest, pk: int) -> HttpResponse:
    """The form; POST changes both settings. 403 for staff who may not change any."""
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    account = Account.objects.filter(pk=pk).first()
    if account is None:
        raise Http404
    if request.method != "POST":
        return _page(request, account, ReviewSettingsForm.of(account))
    form = ReviewSettingsForm(request.POST)
    if form.is_valid():
        with refusals_shown_in(form):
            set_review_settings(actor=request.actor, account=account, **form.cleaned_data)
    if not form.is_valid():
        return _page(request, account, form, status=400)
    messages.success(request, _("Saved. It counts from the next submission and decision on."))
    return HttpResponseRedirect(reverse("admin:accounts_account_change", args=[pk]))


def _page(
    request: StaffRequest, account: Account, form: ReviewSettingsForm, *, status: int = 200
) -> HttpResponse:
    members = Membership.objects.filter(account=account, user=request.user)
    context = {
        **admin.site.each_context(request),
        "title": _("Review settings"),
        "opts": Account._meta,
        "account": account,
        "form": form,
        "own_account": members.exists(),
        "changes": staff_changes(account, object_type="account"),
    }
    return render(request, "admin/accounts/account/review.html", context, status=status)
