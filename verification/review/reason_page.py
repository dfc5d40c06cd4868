"""A failure reason as the user reads it, for staff."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from verification.catalogue.catalogue import reasons
from verification.languages import current_language
from verification.models import Submission
from verification.reason_pages import reason_page
from verification.step_links import no_links

from .requests import StaffRequest

VIEW = "verification.view_submission"


@require_GET
def reason(request: StaffRequest, code: str) -> HttpResponse:
    """The same text; the ways on are the customer's, so that they are left out."""
    if not request.user.has_perm(VIEW):
        raise PermissionDenied
    if code not in reasons():
        raise Http404
    page = reason_page(code, current_language(), no_links())
    context = {
        **admin.site.each_context(request),
        "title": page["reason"]["title"],
        "opts": Submission._meta,
        **page,
    }
    return render(request, "admin/verification/submission/reason.html", context)
