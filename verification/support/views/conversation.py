"""/support/<id>/: what was said, what was attached, and what can be done now."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import ServiceError
from registrar.form_errors import refusals_shown_in
from registrar.post_or_back import post_or_back
from verification.languages import current_language
from verification.support.forms import ReopenForm, ReplyForm
from verification.support.models import SupportRequest
from verification.support.presenting import shown_attachment
from verification.support.rules import reopen_until
from verification.support.selectors import find_request, shown_messages
from verification.support.services.closing import close_request, reopen_request
from verification.support.services.conversing import reply_to_request
from verification.support.states import CUSTOMER_STATES, STATE_TONES, RequestState

_PAGE = "support:detail"


@require_safe
@member_required(Permission.SUPPORT_READ)
def request_detail(request: MemberRequest, support_id: str) -> HttpResponse:
    return _page(request, find_request(support_id))


@require_safe
@member_required(Permission.SUPPORT_READ)
def live_part(request: MemberRequest, support_id: str) -> HttpResponse:
    """Asked every few seconds while support is to answer; forms lie outside of it."""
    return render(request, "support/conversation.html", _conversation(find_request(support_id)))


@member_required(Permission.SUPPORT_WRITE)
@post_or_back(_PAGE, "support_id")
def reply(request: MemberRequest, support_id: str) -> HttpResponse:
    row, form = find_request(support_id), ReplyForm(request.POST)
    if form.is_valid():
        with refusals_shown_in(form):
            reply_to_request(actor=request.actor, request=row, text=form.cleaned_data["text"])
        if not form.errors:
            return _back(row)
    return _page(request, find_request(support_id), form=form, status=400)


@member_required(Permission.SUPPORT_WRITE)
@post_or_back(_PAGE, "support_id")
def close(request: MemberRequest, support_id: str) -> HttpResponse:
    row = find_request(support_id)
    try:
        close_request(actor=request.actor, request=row)
    except ServiceError as refusal:
        messages.warning(request, str(refusal.message))
    else:
        messages.success(request, _("Closed. You can open it again for 30 days."))
    return _back(row)


@member_required(Permission.SUPPORT_WRITE)
@post_or_back(_PAGE, "support_id")
def reopen(request: MemberRequest, support_id: str) -> HttpResponse:
    row, form = find_request(support_id), ReopenForm(request.POST)
    if form.is_valid():
        with refusals_shown_in(form):
            reopen_request(actor=request.actor, request=row, text=form.cleaned_data["text"])
        if not form.errors:
            return _back(row)
    return _page(request, find_request(support_id), form=form, status=400)


def _back(row: SupportRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse(_PAGE, args=[row.public_id]))


def _page(
    request: MemberRequest,
    row: SupportRequest,
    *,
    form: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; a refused `form` keeps its text, also where the state asks for the other form."""
    closed = row.state == RequestState.CLOSED
    until = reopen_until(row.closed_at) if row.closed_at else None
    context = _conversation(row) | {
        "attached": shown_attachment(row.attached, current_language()),
        "form": form or (ReopenForm() if closed else ReplyForm()),
        "closed": closed,
        "reopen_until": until if until and until > timezone.now() else None,
        "may_write": request.actor.may(Permission.SUPPORT_WRITE),
    }
    return render(request, "support/detail.html", context, status=status)


def _conversation(row: SupportRequest) -> dict[str, Any]:
    return {
        "row": row,
        "tone": STATE_TONES[row.state],
        "state": CUSTOMER_STATES[row.state],
        "live": row.state == RequestState.OPEN,
        "conversation": shown_messages(row),
    }
