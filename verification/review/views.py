"""The decision page and its buttons, below /admin/verification/submission/<id>/."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from registrar.errors import InvalidInput, ServiceError, StateConflict
from registrar.oplog.actor_texts import actor_name
from registrar.post_or_back import post_or_back
from templates_app.names_of import document_type_name
from verification.languages import current_language
from verification.models import Submission
from verification.services.reviewers import DECIDE
from verification.services.submissions import (
    approve_submission,
    claim_submission,
    fail_submission,
    keep_claim,
    take_over_submission,
)
from verification.state_tones import STATE_TONES

from .case_file import open_case
from .forms import RefusalForm, RevealForm
from .queue import next_submission
from .reason_choices import reason_topics
from .requests import StaffRequest
from .services import reveal_number

Page = Callable[..., HttpResponse]
_DECIDE = "admin:verification_submission_decide"


@require_GET
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    _require_reviewer(request)
    with suppress(StateConflict):
        keep_claim(actor=request.actor, submission=_get(pk))
    return _page(request, pk, refusal=RefusalForm())


@post_or_back(_DECIDE, "pk")
def claim(request: StaffRequest, pk: int) -> HttpResponse:
    _require_reviewer(request)
    _done(request, lambda: claim_submission(actor=request.actor, submission=_get(pk)))
    return HttpResponseRedirect(_decide_url(pk))


@post_or_back(_DECIDE, "pk")
def take_over(request: StaffRequest, pk: int) -> HttpResponse:
    _require_reviewer(request)
    _done(request, lambda: take_over_submission(actor=request.actor, submission=_get(pk)))
    return HttpResponseRedirect(_decide_url(pk))


@post_or_back(_DECIDE, "pk")
def approve(request: StaffRequest, pk: int) -> HttpResponse:
    _require_reviewer(request)
    done = _done(request, lambda: approve_submission(actor=request.actor, submission=_get(pk)))
    if not done:
        return HttpResponseRedirect(_decide_url(pk))
    return _on_to_next(request, _("Approved. It is on its way to the authority."))


@post_or_back(_DECIDE, "pk")
def refuse(request: StaffRequest, pk: int) -> HttpResponse:
    """Fail it; the search button inside the form only narrows the list and keeps what is typed."""
    _require_reviewer(request)
    if "find" in request.POST:
        return _page(request, pk, refusal=RefusalForm(initial=_typed(request)))
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, refusal=form, status=400)
    done = _done(
        request,
        lambda: fail_submission(actor=request.actor, submission=_get(pk), **form.cleaned_data),
    )
    if not done:
        return HttpResponseRedirect(_decide_url(pk))
    return _on_to_next(request, _("Refused. The user sees the reasons now."))


@post_or_back(_DECIDE, "pk")
def reveal(request: StaffRequest, pk: int) -> HttpResponse:
    _require_reviewer(request)
    form = RevealForm(request.POST)
    number = ""
    if form.is_valid():
        try:
            number = reveal_number(
                actor=request.actor, submission=_get(pk), reason=form.cleaned_data["reason"]
            )
        except InvalidInput as refused:
            for error in refused.errors:
                form.add_error(error.field, str(error.message))
    status = 200 if number else 400
    return _page(request, pk, refusal=RefusalForm(), reveal_form=form, number=number, status=status)


def _page(
    request: StaffRequest, pk: int, *, refusal: RefusalForm, status: int = 200, **more: Any
) -> HttpResponse:
    language = current_language()
    try:
        case = open_case(pk=pk, user=request.user, language=language)
    except Submission.DoesNotExist:
        raise Http404 from None
    query = request.POST.get("q", "").strip()[:64]
    chosen = request.POST.getlist("reason_codes")
    context = {
        **admin.site.each_context(request),
        "title": _("Review submission"),
        "opts": Submission._meta,
        "case": case,
        "document_type": document_type_name(case.submission.document_type),
        "sender": actor_name(case.submission.submitted_by),
        "tone": STATE_TONES[case.submission.state],
        "refusal": refusal,
        "reveal_form": RevealForm(),
        "query": query,
        "topics": reason_topics(language=language, chosen=chosen, query=query),
        **more,
    }
    return render(request, "admin/verification/submission/decide.html", context, status=status)


def _require_reviewer(request: StaffRequest) -> None:
    if not request.user.has_perm(DECIDE):
        raise PermissionDenied


def _get(pk: int) -> Submission:
    row: Submission | None = Submission.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _done(request: StaffRequest, act: Callable[[], object]) -> bool:
    """Whether `act` was done; a refusal undoes it and becomes a message."""
    try:
        with transaction.atomic():
            act()
    except ServiceError as refused:
        messages.warning(request, str(refused.message))
        return False
    return True


def _on_to_next(request: StaffRequest, done: str) -> HttpResponse:
    upcoming = next_submission(request.user)
    then = _("This is the next one.") if upcoming else _("The queue is empty.")
    messages.success(request, f"{done} {then}")
    if upcoming is None:
        return HttpResponseRedirect(reverse("admin:verification_submission_changelist"))
    return HttpResponseRedirect(_decide_url(upcoming.pk))


def _decide_url(pk: int) -> str:
    return reverse(_DECIDE, args=[pk])


def _typed(request: StaffRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "") for name in ("note_to_user", "note_to_staff")}
