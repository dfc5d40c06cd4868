"""One delivery with what was sent and answered, and sending again."""

import json

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import StateConflict
from registrar.form_errors import refusals_shown_in
from registrar.post_or_back import post_or_back
from registrar.webhooks.event_texts import event_text
from registrar.webhooks.forms import ReplayForm
from registrar.webhooks.log_page import tone_of
from registrar.webhooks.models import WebhookDelivery
from registrar.webhooks.selectors import attempts_of, get_delivery, get_endpoint
from registrar.webhooks.services.replaying import replay_delivery
from registrar.webhooks.services.replaying import replay_span as send_span_again
from registrar.webhooks.states import DeliveryState

from .endpoints import endpoint_page, page_of

_READ, _WRITE = Permission.WEBHOOKS_READ, Permission.WEBHOOKS_WRITE
_MOST_ATTEMPTS = 50
# The service speaks as the API does.
_AS_THE_FORM = {"from": "since", "to": "until"}


@require_safe
@member_required(_READ)
def delivery(request: MemberRequest, delivery_id: str) -> HttpResponse:
    found = get_delivery(delivery_id)
    context = {
        "tab": "webhooks",
        "delivery": found,
        "endpoint": found.endpoint,
        "title": event_text(found.event_type),
        "tone": tone_of(found),
        "body": _indented(found),
        "attempts": attempts_of(found)[:_MOST_ATTEMPTS],
        "pending": found.state == DeliveryState.PENDING,
        "may_write": request.actor.may(_WRITE),
    }
    live = request.headers.get("HX-Request") == "true"
    return render(
        request, "webhooks/parts/delivery.html" if live else "webhooks/delivery.html", context
    )


@member_required(_WRITE)
@post_or_back("webhooks:delivery", "delivery_id")
def replay(request: MemberRequest, delivery_id: str) -> HttpResponse:
    found = get_delivery(delivery_id)
    try:
        replay_delivery(actor=request.actor, delivery_id=delivery_id)
    except StateConflict as refusal:
        messages.warning(request, str(refusal.message))
    return redirect("webhooks:delivery", found.public_id)


@member_required(_WRITE)
@post_or_back("webhooks:endpoint", "endpoint_id")
def replay_span(request: MemberRequest, endpoint_id: str) -> HttpResponse:
    found = get_endpoint(endpoint_id)
    form = ReplayForm(request.POST)
    if form.is_valid():
        since, until = form.span()
        with refusals_shown_in(form, _AS_THE_FORM):
            count = send_span_again(
                actor=request.actor,
                endpoint_id=endpoint_id,
                since=since,
                until=until,
                states=tuple(form.cleaned_data["states"]),
            )
            said = ngettext(
                "%(count)d event is sent again.", "%(count)d events are sent again.", count
            )
            messages.success(request, said % {"count": count})
            return HttpResponseRedirect(page_of(found))
    return endpoint_page(request, found, form)


def _indented(row: WebhookDelivery) -> str:
    """For reading; what is signed has no spaces."""
    return json.dumps(json.loads(row.body), ensure_ascii=False, indent=2)
