"""A submission's picture, for a reviewer: each look is logged by the service."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from registrar.accounts.middleware import own_transactions
from registrar.errors import NotFound
from registrar.tenancy.context import acting_as
from verification.materials_rules import PictureRefused
from verification.models import ReviewDecision, SubmissionMaterial
from verification.pictures import picture_response
from verification.repairing.showing import upright_preview
from verification.selectors import turn_of
from verification.services.materials import open_material
from verification.services.reviewers import DECIDE
from verification.services.sent_pictures import open_sent_picture
from verification.states import DecisionStanding

from .looks import look_reason
from .requests import StaffRequest
from .standing import belongs_to, standing_of

_BROWSERS_SHOW = frozenset({"jpeg", "png", "gif", "webp", "bmp"})
# Pixels of the longer side of what is made for the screen: print can still be read when enlarged.
_LARGEST = 3000


@own_transactions
@require_GET
def picture(request: StaffRequest, pk: int, position: int) -> HttpResponse:
    """The picture of submission `pk` at `position`, upright; 404 once it is erased, 403 without
    a reason to look.

    The admin's pages are never cached, so that every look is seen here.
    """
    link, reason = _link(request, pk, position)
    material = link.material
    try:
        content = open_material(actor=request.actor, material=material, reason=reason)
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


@own_transactions
@require_GET
def sent(request: StaffRequest, pk: int, position: int) -> HttpResponse:
    """What the authority gets in its place; 404 where it gets the original."""
    link, reason = _link(request, pk, position)
    if link.rendition is None:
        raise Http404
    try:
        content = open_sent_picture(actor=request.actor, rendition=link.rendition, reason=reason)
    except NotFound:
        raise Http404 from None
    return picture_response(link.rendition, content)


def _link(request: StaffRequest, pk: int, position: int) -> tuple[SubmissionMaterial, str]:
    """The picture, and the reason with which it is looked at."""
    if not request.user.has_perm(DECIDE):
        raise PermissionDenied
    with acting_as(request.actor):
        links = SubmissionMaterial.objects.filter(submission_id=pk, position=position)
        related = links.select_related("material", "rendition", "submission")
        link = related.defer("submission__document_number").first()
        if link is None:
            raise Http404
        reason = _reason(request, link)
    if not reason:
        raise PermissionDenied
    return link, reason


def _reason(request: StaffRequest, link: SubmissionMaterial) -> str:
    submission = link.submission
    proposed = ReviewDecision.objects.filter(
        submission=submission, standing=DecisionStanding.PROPOSED
    ).first()
    own = belongs_to(request.user, submission)
    standing = standing_of(submission, request.user, own_account=own, proposed=proposed)
    return look_reason(
        submission=submission,
        standing=standing,
        own_account=own,
        proposed=proposed,
        session=request.session,
    )
