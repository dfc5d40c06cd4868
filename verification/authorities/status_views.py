"""How the authorities are, below /admin/verification/authority/; pausing and resuming them."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from registrar.errors import InvalidInput, NotFound
from registrar.post_or_back import post_or_back
from verification.models import Authority, AuthorityChange, ChangedThing
from verification.review.requests import StaffRequest
from verification.services.authority_pausing import pause_authority, resume_authority

from .figures import CONTRADICTION_DAYS, TIMED_DAYS, contradicted_answers
from .forms import PauseForm
from .operators import MANAGE
from .page_names import authority_url, require_looker, require_manager
from .routing import takes_the_rest
from .status import Status, all_statuses, status_of

STATUS = "admin:verification_authority_status"
_HISTORY = 10
_PAGES = "admin/verification/authority/"


@never_cache
@require_safe
def everybody(request: StaffRequest) -> HttpResponse:
    """All of them; asked by htmx it answers with the live part."""
    require_looker(request)
    context = {"statuses": all_statuses(), "days": TIMED_DAYS, **_rights(request)}
    context["contradiction_days"] = CONTRADICTION_DAYS
    if request.headers.get("HX-Request"):
        return render(request, f"{_PAGES}status_list_live.html", context)
    context |= _frame(request, _("Status of the authorities"))
    return render(request, f"{_PAGES}status_list.html", context)


@never_cache
@require_safe
def one(request: StaffRequest, pk: int) -> HttpResponse:
    """One of them. The live part has the page loaded anew when its buttons no longer fit."""
    require_looker(request)
    if not request.headers.get("HX-Request"):
        return _page(request, pk, PauseForm())
    status = _get(pk)
    response = render(request, f"{_PAGES}status_live.html", _live(request, status))
    if request.GET.get("paused", "") != _flag(status):
        response["HX-Refresh"] = "true"
    return response


@post_or_back(STATUS, "pk")
def pause(request: StaffRequest, pk: int) -> HttpResponse:
    require_manager(request)
    form = PauseForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, form, status=400)
    reason = form.cleaned_data["reason"]
    try:
        with transaction.atomic():
            done = pause_authority(actor=request.actor, authority_id=pk, reason=reason)
    except NotFound:
        raise Http404 from None
    except InvalidInput as refusal:
        form.add_error("reason", str(refusal.errors[0].message))
        return _page(request, pk, form, status=400)
    if done:
        messages.success(request, _("Paused. Nothing is sent there until somebody resumes it."))
    else:
        messages.info(request, _("It was paused already. That pause and its reason stay."))
    return HttpResponseRedirect(authority_url("status", pk))


@post_or_back(STATUS, "pk")
def resume(request: StaffRequest, pk: int) -> HttpResponse:
    require_manager(request)
    try:
        done = resume_authority(actor=request.actor, authority_id=pk)
    except NotFound:
        raise Http404 from None
    if done:
        messages.success(request, _("Resumed. What has waited goes there within two minutes."))
    else:
        messages.info(request, _("It was not paused."))
    return HttpResponseRedirect(authority_url("status", pk))


def _page(
    request: StaffRequest, pk: int, pause_form: PauseForm, *, status: int = 200
) -> HttpResponse:
    found = _get(pk)
    changes = AuthorityChange.objects.filter(about=ChangedThing.AUTHORITY, object_id=pk)
    context = {
        **_frame(request, found.row.name),
        **_live(request, found),
        "pause_form": pause_form,
        # A page that answers a form must not be loaded anew by itself.
        "live": not pause_form.is_bound,
        "changes": changes.order_by("-id")[:_HISTORY],
        "routes": found.row.routes.order_by("suffix", "profile"),
        "takes_the_rest": takes_the_rest(found.row),
    }
    return render(request, f"{_PAGES}status.html", context, status=status)


def _live(request: StaffRequest, status: Status) -> dict[str, Any]:
    contradicted = []
    if status.figures.contradictions:
        contradicted = contradicted_answers(authority_id=status.row.pk, now=timezone.now())
    return {
        "status": status,
        "authority": status.row,
        "paused": _flag(status),
        "live": True,
        "days": TIMED_DAYS,
        "contradicted": contradicted,
        "contradiction_days": CONTRADICTION_DAYS,
        **_rights(request),
    }


def _rights(request: StaffRequest) -> dict[str, bool]:
    user = request.user
    return {
        "manages": user.has_perm(MANAGE),
        "sees_submissions": user.has_perm("verification.view_submission"),
        "sees_history": user.has_perm("verification.view_authoritychange"),
    }


def _flag(status: Status) -> str:
    return "yes" if status.row.paused_at is not None else "no"


def _get(pk: int) -> Status:
    try:
        return status_of(authority_id=pk)
    except Authority.DoesNotExist:
        raise Http404 from None


def _frame(request: StaffRequest, title: str) -> dict[str, Any]:
    return {
        **admin.site.each_context(request),
        "title": title,
        "opts": Authority._meta,
        "list_url": authority_url("changelist"),
    }
