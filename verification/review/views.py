"""The decision page, and taking a case in hand, below /admin/verification/submission/<id>/."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from registrar.errors import StateConflict
from registrar.post_or_back import post_or_back
from verification.services.submissions import (
    claim_submission,
    keep_claim,
    take_over_submission,
)

from .moving_on import DECIDE, decide_url, done
from .page import case_page, get_submission, require_reviewer
from .put_aside import take_up
from .requests import StaffRequest


@require_GET
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    with suppress(StateConflict):
        keep_claim(actor=request.actor, submission=get_submission(pk))
    return case_page(request, pk)


@post_or_back(DECIDE, "pk")
def claim(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    submission = get_submission(pk)
    if done(request, lambda: claim_submission(actor=request.actor, submission=submission)):
        take_up(request, pk)
    return HttpResponseRedirect(decide_url(pk))


@post_or_back(DECIDE, "pk")
def take_over(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    submission = get_submission(pk)
    before = submission.reviewer
    if done(request, lambda: take_over_submission(actor=request.actor, submission=submission)):
        take_up(request, pk)
        said = _("You have taken it over from %(name)s. The operation log keeps both names.")
        messages.success(request, said % {"name": before})
    return HttpResponseRedirect(decide_url(pk))
