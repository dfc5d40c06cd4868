"""The page that asks for a verification code (seed 003, 身份认证)."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required
from registrar.accounts.browser_session import in_marked_session
from registrar.accounts.identity_page import identity_page
from registrar.accounts.middleware import own_transactions
from registrar.accounts.purposes import Purpose
from registrar.accounts.requests import MemberRequest
from registrar.accounts.step_up import send_code, verify_code
from registrar.accounts.step_up_state import step_up_state
from registrar.errors import ServiceError
from registrar.tenancy.context import acting_as


@own_transactions
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required()
def step_up(request: MemberRequest, purpose: str) -> HttpResponse:
    """GET shows the panel; POST `action=send` sends a code, otherwise `code` is checked.

    After the right code: on to `next`, if it is an address of ours. After anything else: back
    to `back` (the page that holds the panel) or to this one, with the reason as a notice.
    """
    if purpose not in Purpose.values:
        raise Http404
    if request.method == "POST":
        return _act(request, Purpose(purpose))
    with acting_as(request.actor):
        state = step_up_state(actor=request.actor, purpose=Purpose(purpose))
        context = {"step_up": state, "next": _safe(request, request.GET.get("next", ""))}
        part = "accounts/step_up_send.html" if request.headers.get("HX-Request") else None
        return render(request, part or "accounts/step_up.html", context)


def _act(request: MemberRequest, purpose: Purpose) -> HttpResponse:
    target = _safe(request, request.POST.get("next", ""))
    here = identity_page(purpose, target)
    back = _safe(request, request.POST.get("back", ""), otherwise=here)
    try:
        if request.POST.get("action") == "send":
            actor = in_marked_session(request.actor, request.session)
            send_code(actor=actor, purpose=purpose)
            messages.success(request, _("The code is on its way."))
            return HttpResponseRedirect(back)
        verify_code(actor=request.actor, purpose=purpose, code=request.POST.get("code", "")[:32])
    except ServiceError as error:
        messages.error(request, str(error.message))
        return HttpResponseRedirect(back)
    messages.success(request, _("Confirmed. This counts for 10 minutes."))
    return HttpResponseRedirect(target)


def _safe(request: MemberRequest, address: str, otherwise: str = "/") -> str:
    ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if ours else otherwise
