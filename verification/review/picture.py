"""A submission's picture, for a reviewer: each look is logged by the service."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from registrar.accounts.middleware import own_transactions
from registrar.errors import NotFound
from registrar.tenancy.context import acting_as
from verification.models import SubmissionMaterial
from verification.pictures import picture_response
from verification.services.materials import open_material
from verification.services.reviewers import DECIDE

from .requests import StaffRequest

_REASON = "first review"


@own_transactions
@require_GET
def picture(request: StaffRequest, pk: int, position: int) -> HttpResponse:
    """The picture of submission `pk` at `position`; 404 once it is erased.

    The admin's pages are never cached, so that every look is seen here.
    """
    if not request.user.has_perm(DECIDE):
        raise PermissionDenied
    with acting_as(request.actor):
        link = (
            SubmissionMaterial.objects.filter(submission_id=pk, position=position)
            .select_related("material")
            .first()
        )
    if link is None:
        raise Http404
    try:
        content = open_material(actor=request.actor, material=link.material, reason=_REASON)
    except NotFound:
        raise Http404 from None
    return picture_response(link.material, content)
