"""What happens to a claim while its page is open: it is kept, or given back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from registrar.errors import ServiceError, StateConflict
from registrar.post_or_back import post_or_back
from verification.models import Submission
from verification.services.reviewers import DECIDE
from verification.services.submissions import give_back, keep_claim

from .put_aside import put_aside
from .requests import StaffRequest

_DECIDE = "admin:verification_submission_decide"


@require_POST
def keep(request: StaffRequest, pk: int) -> HttpResponse:
    """For the page's script, while its reviewer is at work: 204, or 409 when the claim is gone."""
    try:
        keep_claim(actor=request.actor, submission=_get(request, pk))
    except StateConflict:
        return HttpResponse(status=409)
    return HttpResponse(status=204)


@post_or_back(_DECIDE, "pk")
def let_go(request: StaffRequest, pk: int) -> HttpResponse:
    row = _get(request, pk)
    try:
        with transaction.atomic():
            give_back(actor=request.actor, submission=row)
    except ServiceError as refused:
        messages.warning(request, str(refused.message))
        return HttpResponseRedirect(reverse(_DECIDE, args=[pk]))
    put_aside(request, pk)
    messages.success(request, _("Given back. A colleague can claim it now."))
    return HttpResponseRedirect(reverse("admin:verification_submission_changelist"))


def _get(request: StaffRequest, pk: int) -> Submission:
    if not request.user.has_perm(DECIDE):
        raise PermissionDenied
    row: Submission | None = Submission.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row
