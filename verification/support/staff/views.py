"""The answer page and its buttons, below /admin/support/supportrequest/<id>/."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from registrar.errors import NotPermitted, ServiceError
from registrar.form_errors import show_refusal
from registrar.post_or_back import post_or_back
from verification.languages import current_language
from verification.review.requests import StaffRequest
from verification.support.forms import AnswerForm
from verification.support.models import SupportRequest
from verification.support.services.closing import assign_request, close_request, reopen_request
from verification.support.services.conversing import answer_request
from verification.support.services.staff import ANSWER
from verification.support.states import STATE_TONES

from .case import open_case

_PAGE = "admin:support_supportrequest_answer"
# What the buttons of the one form mean for the service.
_WAYS: dict[str, dict[str, bool]] = {
    "answer": {},
    "close": {"close": True},
    "note": {"internal": True},
}


@require_GET
def show(request: StaffRequest, pk: int) -> HttpResponse:
    _require_support(request)
    return _page(request, pk)


@post_or_back(_PAGE, "pk")
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer, answer and close, or note; what was typed stays when it is refused."""
    _require_support(request)
    form, row = AnswerForm(request.POST), _get(pk)
    way = request.POST.get("way", "answer")
    if form.is_valid():
        sent = {**form.cleaned_data, **_WAYS.get(way, {})}
        try:
            with transaction.atomic():
                answer_request(actor=request.actor, request=row, **sent)
        except NotPermitted:
            raise
        except ServiceError as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, _said(way))
            return _back(pk)
    return _page(request, pk, form=form, status=400)


@post_or_back(_PAGE, "pk")
def close(request: StaffRequest, pk: int) -> HttpResponse:
    _require_support(request)
    return _do(request, pk, close_request, _("Closed. The customer is told."))


@post_or_back(_PAGE, "pk")
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    _require_support(request)
    return _do(request, pk, reopen_request, _("Opened again."))


@post_or_back(_PAGE, "pk")
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    """To oneself, or with `to=nobody` to nobody in particular."""
    _require_support(request)
    to = None if request.POST.get("to") == "nobody" else request.user
    return _do(request, pk, assign_request, _("Assigned."), to=to)


def _do(
    request: StaffRequest, pk: int, act: Callable[..., object], done: str, **more: Any
) -> HttpResponse:
    """A service that takes no text; its refusal becomes a message."""
    row = _get(pk)
    try:
        with transaction.atomic():
            act(actor=request.actor, request=row, **more)
    except ServiceError as refused:
        messages.warning(request, str(refused.message))
    else:
        messages.success(request, done)
    return _back(pk)


def _said(way: str) -> str:
    if way == "note":
        return _("The note is kept. The customer doesn't see it.")
    if way == "close":
        return _("Answered and closed. The customer is told.")
    return _("Answered. The customer is told.")


def _page(
    request: StaffRequest, pk: int, *, form: AnswerForm | None = None, status: int = 200
) -> HttpResponse:
    try:
        case = open_case(pk=pk, user=request.user, language=current_language())
    except SupportRequest.DoesNotExist:
        raise Http404 from None
    form = form or AnswerForm()
    context = {
        **admin.site.each_context(request),
        "title": _("Support request"),
        "opts": SupportRequest._meta,
        "case": case,
        "tone": STATE_TONES[case.request.state],
        "form": form,
    }
    return render(request, "admin/support/supportrequest/answer.html", context, status=status)


def _require_support(request: StaffRequest) -> None:
    if not request.user.has_perm(ANSWER):
        raise PermissionDenied


def _get(pk: int) -> SupportRequest:
    row: SupportRequest | None = SupportRequest.objects.filter(pk=pk).defer("attached").first()
    if row is None:
        raise Http404
    return row


def _back(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse(_PAGE, args=[pk]))
