"""API keys of the account. A new one is shown in the answer that makes it, never again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from registrar.accounts.access import member_required
from registrar.accounts.forms.settings import KeyForm
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.accounts.requests import MemberRequest
from registrar.accounts.scope_texts import scope_names
from registrar.accounts.selectors import key_state, keys_of
from registrar.accounts.services.keys import NewKey, create_key, revoke_key
from registrar.form_errors import refusals_shown_in
from registrar.listing import list_page


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required()
def keys(request: MemberRequest) -> HttpResponse:
    form = KeyForm(request.POST or None)
    made: NewKey | None = None
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            made = create_key(
                actor=request.actor,
                name=form.cleaned_data["name"],
                scopes=form.cleaned_data["scopes"],
                expires_at=form.expires_at(),
            )
    page = list_page(request, keys_of(request.account.pk), order=("-id",))
    context = {
        "tab": "keys",
        "form": KeyForm() if made else form,
        "made": made,
        "rows": [(key, key_state(key), scope_names(key.scopes)) for key in page.items],
        **page.links,
        "may_manage": request.actor.may(Permission.KEYS_MANAGE),
        "sensitive_purpose": Purpose.SENSITIVE_KEY.value,
    }
    return render(request, "accounts/settings/keys.html", context)


@require_POST
@member_required()
def revoke(request: MemberRequest, key_id: str) -> HttpResponse:
    key = revoke_key(actor=request.actor, key_id=key_id)
    messages.success(request, _("The key “%(name)s” is revoked.") % {"name": key.name})
    return redirect("accounts:keys")
