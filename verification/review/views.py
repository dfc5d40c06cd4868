"""The decision page and its buttons, below /admin/verification/submission/<id>/."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from registrar.errors import ServiceError
from registrar.post_or_back import post_or_back
from verification.services.submissions import (
    approve_submission,
    claim_submission,
    fail_submission,
    take_over_submission,
)

from .forms import RefusalForm
from .page import case_page, get_submission, require_reviewer
from .queue import next_submission
from .requests import StaffRequest

_DECIDE = "admin:verification_submission_decide"


@require_GET
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    return case_page(request, pk, refusal=RefusalForm())


@post_or_back(_DECIDE, "pk")
def claim(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    _done(request, lambda: claim_submission(actor=request.actor, submission=get_submission(pk)))
    return HttpResponseRedirect(_decide_url(pk))


@post_or_back(_DECIDE, "pk")
def take_over(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    _done(request, lambda: take_over_submission(actor=request.actor, submission=get_submission(pk)))
    return HttpResponseRedirect(_decide_url(pk))


@post_or_back(_DECIDE, "pk")
def approve(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    done = _done(
        request, lambda: approve_submission(actor=request.actor, submission=get_submission(pk))
    )
    if not done:
        return HttpResponseRedirect(_decide_url(pk))
    return _on_to_next(request, _("Approved. It is on its way to the authority."))


@post_or_back(_DECIDE, "pk")
def refuse(request: StaffRequest, pk: int) -> HttpResponse:
    """Fail it; the search button inside the form only narrows the list and keeps what is typed."""
    require_reviewer(request)
    if "find" in request.POST:
        return case_page(request, pk, refusal=RefusalForm(initial=_typed(request)))
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return case_page(request, pk, refusal=form, status=400)
    done = _done(
        request,
        lambda: fail_submission(
            actor=request.actor, submission=get_submission(pk), **form.cleaned_data
        ),
    )
    if not done:
        return HttpResponseRedirect(_decide_url(pk))
    return _on_to_next(request, _("Refused. The user sees the reasons now."))


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
