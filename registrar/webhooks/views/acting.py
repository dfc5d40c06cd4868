"""What the buttons of an endpoint's page do."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import StateConflict
from registrar.post_or_back import post_or_back
from registrar.webhooks.selectors import get_endpoint
from registrar.webhooks.services import endpoints, secrets
from registrar.webhooks.services.testing import send_test

from .endpoints import keep_secret, page_of

_WRITE = Permission.WEBHOOKS_WRITE


@member_required(_WRITE)
@post_or_back("webhooks:endpoint", "endpoint_id")
def test(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    """On to the delivery's page, which shows the answer as soon as it is there."""
    sent = send_test(actor=request.actor, endpoint_id=endpoint_id)
    return redirect("webhooks:delivery", sent.public_id)


@member_required(_WRITE)
@post_or_back("webhooks:endpoint", "endpoint_id")
def secret(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    found = secrets.show_secret(actor=request.actor, endpoint_id=endpoint_id)
    keep_secret(request, found)
    return HttpResponseRedirect(page_of(found))


@member_required(_WRITE)
@post_or_back("webhooks:endpoint", "endpoint_id")
def rotate(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    at_once = request.POST.get("at_once") == "on"
    overlap = dt.timedelta() if at_once else secrets.OVERLAP
    found = secrets.rotate_secret(actor=request.actor, endpoint_id=endpoint_id, overlap=overlap)
    keep_secret(request, found)
    return HttpResponseRedirect(page_of(found))


@member_required(_WRITE)
@post_or_back("webhooks:endpoint", "endpoint_id")
def enable(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    found = get_endpoint(endpoint_id)
    try:
        endpoints.enable_endpoint(actor=request.actor, endpoint_id=endpoint_id)
    except StateConflict as refusal:
        messages.warning(request, str(refusal.message))
    else:
        text = _("The webhook is enabled. Below you can send what it missed.")
        messages.success(request, text)
    return HttpResponseRedirect(page_of(found))


@member_required(_WRITE)
@post_or_back("webhooks:endpoint", "endpoint_id")
def disable(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    found = get_endpoint(endpoint_id)
    try:
        endpoints.disable_endpoint(actor=request.actor, endpoint_id=endpoint_id)
    except StateConflict as refusal:
        messages.warning(request, str(refusal.message))
    else:
        messages.success(request, _("The webhook is disabled: nothing is sent to it."))
    return HttpResponseRedirect(page_of(found))


@member_required(_WRITE)
@post_or_back("webhooks:endpoint", "endpoint_id")
def delete(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    endpoints.delete_endpoint(actor=request.actor, endpoint_id=endpoint_id)
    messages.success(request, _("The webhook is deleted."))
    return redirect("webhooks:list")
