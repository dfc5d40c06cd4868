"""The decision page of an unknown message, below /admin/verification/unknownmessage/<id>/."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from registrar.errors import InvalidInput, ServiceError
from registrar.post_or_back import post_or_back
from verification.catalogue.catalogue import reasons
from verification.languages import current_language
from verification.review.case_file import reason_titles
from verification.review.reason_choices import reason_topics
from verification.review.requests import StaffRequest

from .models import UnknownMessage
from .selectors import likely_reasons, message_file
from .services import MAP, dismiss_message, map_message
from .states import MessageState

_DECIDE = "admin:verification_unknownmessage_decide"


@require_GET
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    return _page(request, _get(request, pk))


@post_or_back(_DECIDE, "pk")
def map_(request: StaffRequest, pk: int) -> HttpResponse:
    """Map it; the search button inside the form only narrows the list and keeps the choice."""
    row = _get(request, pk)
    chosen = request.POST.getlist("codes")
    if "find" in request.POST:
        return _page(request, row, chosen=chosen)
    try:
        with transaction.atomic():
            map_message(actor=request.actor, message_id=pk, codes=chosen)
    except InvalidInput as refused:
        problems = [str(error.message) for error in refused.errors]
        return _page(request, row, chosen=chosen, problems=problems, status=400)
    messages.success(request, _("Mapped. Earlier failures with this message are explained anew."))
    return _on_to_queue()


@post_or_back(_DECIDE, "pk")
def dismiss(request: StaffRequest, pk: int) -> HttpResponse:
    _get(request, pk)
    try:
        with transaction.atomic():
            dismiss_message(actor=request.actor, message_id=pk)
    except ServiceError as refused:
        messages.warning(request, str(refused.message))
        return HttpResponseRedirect(reverse(_DECIDE, args=[pk]))
    messages.success(request, _("Dismissed. It is not asked about any more."))
    return _on_to_queue()


def _get(request: StaffRequest, pk: int) -> UnknownMessage:
    if not request.user.has_perm(MAP):
        raise PermissionDenied
    row = UnknownMessage.objects.select_related("decided_by").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _on_to_queue() -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:verification_unknownmessage_changelist"))


def _page(
    request: StaffRequest,
    row: UnknownMessage,
    *,
    chosen: list[str] | None = None,
    problems: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    language = current_language()
    case = message_file(row)
    # Nobody has chosen yet: what is mapped, or what the catalogue sees in it.
    picked = frozenset(row.codes or case.found if chosen is None else chosen)
    query = request.POST.get("q", "").strip()[:64]
    likely = likely_reasons(row.text, language=language, chosen=picked)
    shown = {reason.preview.code for reason in likely}
    others = {code: reason for code, reason in reasons().items() if code not in shown}
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Unknown message"),
        "opts": UnknownMessage._meta,
        "case": case,
        "can_dismiss": row.state != MessageState.DISMISSED,
        "found": reason_titles(list(case.found), language),
        "mapped": reason_titles(row.codes, language),
        "problems": problems or [],
        "query": query,
        "likely": likely,
        "topics": reason_topics(language=language, chosen=picked, query=query, among=others),
    }
    page = "admin/verification/unknownmessage/decide.html"
    return render(request, page, context, status=status)
