"""One API key: what it may do, changing it, and a new secret for it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required
from registrar.accounts.forms.keys import ChangeKeyForm, RotateForm, as_typed
from registrar.accounts.identity_page import identity_page
from registrar.accounts.key_secrets import both_in_use, overlaps
from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.accounts.scope_texts import scope_names
from registrar.accounts.selectors import get_key, key_state
from registrar.accounts.services.key_changes import update_key
from registrar.accounts.services.key_rotation import end_former_secret, rotate_key
from registrar.accounts.shown_once import keep_for_next_page, take_shown_once
from registrar.accounts.step_up import StepUpRequired
from registrar.accounts.typed_values import keep_typed, take_typed
from registrar.form_errors import refusals_shown_in
from registrar.post_or_back import post_or_back

# Where a new secret waits to be shown, and what was typed for a change.
_ROTATED = "rotated_key"
_CHANGE = "api_key_change"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required()
def key(request: MemberRequest, key_id: str) -> HttpResponse:
    """The key's page; POST changes it. After a rotation it shows the new key once."""
    found = get_key(request.account.pk, key_id)
    if request.method == "POST":
        return _change(request, found)
    if request.method == "HEAD":  # shows nothing, so it takes nothing
        return _page(request, found, _form(request, found, as_typed(found)))
    typed = take_typed(request, _CHANGE, key_id) or as_typed(found)
    made = take_shown_once(request, _place(found))
    return _page(request, found, _form(request, found, typed), made=made)


@member_required()
@post_or_back("accounts:key", "key_id")
def rotate(request: MemberRequest, key_id: str) -> HttpResponse:
    form = RotateForm(request.POST)
    if form.is_valid():
        new = rotate_key(actor=request.actor, key_id=key_id, overlap=form.time())
        keep_for_next_page(request, _place(new.key), text=new.text)
        return redirect("accounts:key", key_id)
    found = get_key(request.account.pk, key_id)
    return _page(request, found, _form(request, found, as_typed(found)), rotating=form)


@member_required()
@post_or_back("accounts:key", "key_id")
def end_former(request: MemberRequest, key_id: str) -> HttpResponse:
    end_former_secret(actor=request.actor, key_id=key_id)
    messages.success(request, _("The old key has ended; only the new one works."))
    return redirect("accounts:key", key_id)


def _change(request: MemberRequest, found: ApiKey) -> HttpResponse:
    form = ChangeKeyForm(request.POST, actor=request.actor, held=found.scopes)
    if not form.is_valid():
        return _page(request, found, form)
    here = reverse("accounts:key", args=[found.public_id])
    try:
        with refusals_shown_in(form):
            update_key(actor=request.actor, key_id=found.public_id, **form.asked())
    except StepUpRequired as missing:
        keep_typed(request, _CHANGE, found.public_id, form.cleaned_data)
        return redirect(identity_page(missing.purpose, here))
    if not form.is_valid():
        return _page(request, found, form)
    messages.success(request, _("The key is saved."))
    return redirect(here)


def _form(request: MemberRequest, found: ApiKey, typed: dict[str, Any]) -> ChangeKeyForm:
    return ChangeKeyForm(initial=typed, actor=request.actor, held=found.scopes)


def _page(
    request: MemberRequest,
    found: ApiKey,
    form: ChangeKeyForm,
    *,
    rotating: RotateForm | None = None,
    made: dict[str, str] | None = None,
) -> HttpResponse:
    context = {
        "tab": "keys",
        "key": found,
        "state": key_state(found),
        "scopes": scope_names(found.scopes),
        "overlaps": overlaps(found, timezone.now()),
        "both_in_use": both_in_use(found, timezone.now()),
        "form": form,
        "rotating": rotating or RotateForm(),
        "made": made,
        "may_manage": request.actor.may(Permission.KEYS_MANAGE),
    }
    return render(request, "accounts/settings/key.html", context)


def _place(found: ApiKey) -> str:
    return f"{_ROTATED} {found.public_id}"
