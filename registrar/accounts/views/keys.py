"""API keys of the account. A new one is shown on the page after the form, never again."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from registrar.accounts.access import member_required
from registrar.accounts.forms.keys import KeyForm
from registrar.accounts.identity_page import identity_page
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.requests import MemberRequest
from registrar.accounts.scope_texts import scope_names
from registrar.accounts.selectors import key_state, keys_of
from registrar.accounts.services.keys import create_key, revoke_key
from registrar.accounts.shown_once import keep_for_next_page, take_shown_once
from registrar.accounts.step_up import StepUpRequired, has_proof
from registrar.accounts.typed_values import keep_typed, take_typed
from registrar.form_errors import refusals_shown_in
from registrar.listing import list_page
from registrar.post_or_back import post_or_back

# Where a new key waits to be shown, and what was typed for it.
_NEW_KEY = "api_key"


@require_safe
@member_required()
def api_keys(request: MemberRequest) -> HttpResponse:
    """Under the name that the API has for them."""
    return redirect("accounts:keys")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required()
def keys(request: MemberRequest) -> HttpResponse:
    """POST creates a key and leads to the list, which shows it once.

    Without a proof of identity the page for the code comes before a sensitive key, and leads
    back to the form as it was typed.
    """
    if request.method == "POST":
        return _create(request)
    # A HEAD shows nothing, so it takes nothing.
    if request.method == "HEAD":
        return _page(request, KeyForm(actor=request.actor))
    typed = take_typed(request, _NEW_KEY, request.account.public_id)
    form = KeyForm(initial=typed, actor=request.actor)
    return _page(request, form, made=take_shown_once(request, _NEW_KEY))


def _create(request: MemberRequest) -> HttpResponse:
    form = KeyForm(request.POST, actor=request.actor)
    if not form.is_valid():
        return _page(request, form)
    here = reverse("accounts:keys")
    try:
        with refusals_shown_in(form):
            new = create_key(actor=request.actor, **form.asked())
            keep_for_next_page(request, _NEW_KEY, name=new.key.name, text=new.text)
    except StepUpRequired as missing:
        keep_typed(request, _NEW_KEY, request.account.public_id, form.cleaned_data)
        return HttpResponseRedirect(identity_page(missing.purpose, here))
    return HttpResponseRedirect(here) if form.is_valid() else _page(request, form)


def _page(
    request: MemberRequest, form: KeyForm, *, made: dict[str, str] | None = None
) -> HttpResponse:
    page = list_page(request, keys_of(request.account.pk), order=("-id",))
    context = {
        "tab": "keys",
        "form": form,
        "made": made,
        "rows": [(key, key_state(key), scope_names(key.scopes)) for key in page.items],
        "now": timezone.now(),
        **page.links,
        "may_manage": request.actor.may(Permission.KEYS_MANAGE),
        "proved": has_proof(actor=request.actor, purpose=Purpose.SENSITIVE_KEY),
    }
    return render(request, "accounts/settings/keys.html", context)


@member_required()
@post_or_back("accounts:keys")
def revoke(request: MemberRequest, key_id: str) -> HttpResponse:
    key = revoke_key(actor=request.actor, key_id=key_id)
    messages.success(request, _("The key “%(name)s” is revoked.") % {"name": key.name})
    return redirect("accounts:keys")
