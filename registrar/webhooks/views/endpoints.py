"""Settings → Webhooks: where events are sent, and what became of them."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.accounts.shown_once import keep_for_next_page, take_shown_once
from registrar.form_errors import refusals_shown_in
from registrar.listing import list_page
from registrar.webhooks import selectors
from registrar.webhooks.forms import EndpointForm, ReplayForm
from registrar.webhooks.log_page import log_page
from registrar.webhooks.models import WebhookEndpoint
from registrar.webhooks.services.endpoints import (
    MOST_ENDPOINTS,
    change_endpoint,
    create_endpoint,
)

_READ, _WRITE = Permission.WEBHOOKS_READ, Permission.WEBHOOKS_WRITE


@require_safe
@member_required(_READ)
def endpoint_list(request: MemberRequest) -> HttpResponse:
    page = list_page(request, selectors.endpoints(), order=selectors.NEWEST)
    context = {
        "tab": "webhooks",
        "rows": page.items,
        "may_write": request.actor.may(_WRITE),
        "full": selectors.endpoints().count() >= MOST_ENDPOINTS,
        "most": MOST_ENDPOINTS,
        **page.links,
    }
    return render(request, "webhooks/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required(_WRITE)
def new(request: MemberRequest) -> HttpResponse:
    """POST leads to the endpoint's page, which shows its secret once."""
    form = EndpointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            made = create_endpoint(actor=request.actor, **form.cleaned_data)
            keep_secret(request, made)
            return HttpResponseRedirect(page_of(made))
    return render(request, "webhooks/form.html", {"tab": "webhooks", "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required(_WRITE)
def edit(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    found = selectors.get_endpoint(endpoint_id)
    names = ("url", "description", "event_types")
    form = EndpointForm(request.POST or None, initial={n: getattr(found, n) for n in names})
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            change_endpoint(actor=request.actor, endpoint_id=endpoint_id, **form.cleaned_data)
            messages.success(request, _("The webhook is changed."))
            return HttpResponseRedirect(page_of(found))
    context = {"tab": "webhooks", "form": form, "endpoint": found}
    return render(request, "webhooks/form.html", context)


@never_cache
@require_safe
@member_required(_READ)
def endpoint(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    found = selectors.get_endpoint(endpoint_id)
    # A HEAD shows nothing, so it takes nothing.
    shown = take_shown_once(request, _place(found)) if request.method == "GET" else {}
    return endpoint_page(request, found, ReplayForm(), secret=shown.get("secret", ""))


def endpoint_page(
    request: MemberRequest,
    found: WebhookEndpoint,
    replay: ReplayForm,
    *,
    secret: str = "",
) -> HttpResponse:
    """The page of one endpoint with its log; `replay` may have errors to show."""
    context = {
        "tab": "webhooks",
        "endpoint": found,
        "secret": secret,
        "replay": replay,
        "may_write": request.actor.may(_WRITE),
        **log_page(request, found),
    }
    return render(request, "webhooks/endpoint.html", context)


def keep_secret(request: MemberRequest, found: WebhookEndpoint) -> None:
    """For the endpoint's page, which shows it once."""
    keep_for_next_page(request, _place(found), secret=found.secret or "")


def page_of(found: WebhookEndpoint) -> str:
    return reverse("webhooks:endpoint", args=[found.public_id])


def _place(found: WebhookEndpoint) -> str:
    return f"webhook {found.public_id}"
