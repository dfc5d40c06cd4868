"""Seeing what is hidden, and hearing of what has been read meanwhile."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from registrar.errors import NotPermitted
from registrar.post_or_back import post_or_back

from .look_forms import LookForm, RevealForm
from .looks import allow_look
from .page import case_context, case_page, get_submission, require_reviewer
from .requests import StaffRequest
from .services import reveal_number
from .standing import belongs_to

_DECIDE = "admin:verification_submission_decide"
_COMPARISON = "admin/verification/submission/comparison.html"
_READ = "admin/verification/submission/read.html"


@post_or_back(_DECIDE, "pk")
def reveal(request: StaffRequest, pk: int) -> HttpResponse:
    """The page with the number in full; for a script only the part that shows it."""
    require_reviewer(request)
    form, number = RevealForm(request.POST), ""
    submission = get_submission(pk)
    if form.is_valid():
        try:
            number = reveal_number(actor=request.actor, submission=submission, reason=form.why)
        except NotPermitted:
            raise PermissionDenied from None
    if request.headers.get("HX-Request"):
        context = case_context(request, pk, number=number) | {"reveal_form": form}
        return render(request, _COMPARISON, context)
    return case_page(request, pk, number=number, reveal_form=form, status=200 if number else 400)


@post_or_back(_DECIDE, "pk")
def look(request: StaffRequest, pk: int) -> HttpResponse:
    """Pictures are shown for a while, for a reason; each look is logged with it."""
    require_reviewer(request)
    submission = get_submission(pk)
    if belongs_to(request.user, submission):
        raise PermissionDenied
    form = LookForm(request.POST)
    if not form.is_valid():
        return case_page(request, pk, look_form=form, status=400)
    allow_look(session=request.session, submission=submission, reason=form.why)
    return HttpResponseRedirect(reverse(_DECIDE, args=[pk]))


@require_GET
def reading(request: StaffRequest, pk: int) -> HttpResponse:
    """What has been read so far: asked again by the page until all pictures are."""
    require_reviewer(request)
    return render(request, _READ, case_context(request, pk))
