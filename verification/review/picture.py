"""A submission's picture, for a reviewer: each look is logged by the service."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from registrar.accounts.middleware import own_transactions
from registrar.errors import NotFound
from registrar.tenancy.context import acting_as
from verification.materials_rules import PictureRefused
from verification.models import SubmissionMaterial
from verification.pictures import picture_response
from verification.repairing.showing import upright_preview
from verification.selectors import turn_of
from verification.services.materials import open_material
from verification.services.reviewers import DECIDE

from .requests import StaffRequest

_REASON = "first review"
_BROWSERS_SHOW = frozenset({"jpeg", "png", "gif", "webp", "bmp"})
# Pixels of the longer side of what is made for the screen: print can still be read when enlarged.
_LARGEST = 3000


@own_transactions
@require_GET
def picture(request: StaffRequest, pk: int, position: int) -> HttpResponse:
    """The picture of submission `pk` at `position`, upright; 404 once it is erased.

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
    material = link.material
    try:
        content = open_material(actor=request.actor, material=material, reason=_REASON)
    except NotFound:
        raise Http404 from None
    with acting_as(request.actor):
        turned = turn_of(material)
    if material.format in _BROWSERS_SHOW and not turned:
        return picture_response(material, content)
    try:
        upright = upright_preview(content, turned=turned, max_side=_LARGEST)
    except PictureRefused:
        # It was taken once: an older, more lenient rule let it in.
        return picture_response(material, content)
    return picture_response(material, upright, format_name="jpeg")
