"""Small pictures for pages: a preview, the place of a finding, the picture as it is sent."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.middleware import own_transactions
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import NotFound
from registrar.tenancy.context import acting_as
from verification.checking.pictures import parse_place
from verification.materials_rules import PictureRefused
from verification.models import Material
from verification.pictures import picture_response
from verification.reading.model import Box
from verification.repairing.showing import crop, upright_preview
from verification.selectors import find_material, find_rendition, turn_of
from verification.services.glancing import glance_at_picture

# Pixels: enough to tell a blurred picture from a sharp one, and small to send.
_PREVIEW = 1000
# In heights of the text: places within a line are estimates.
_MARGIN = 1.0


@own_transactions
@require_safe
@member_required(Permission.MATERIALS_READ)
def material_preview(request: MemberRequest, material_id: str) -> HttpResponse:
    """The whole picture, upright, as a JPEG: also of formats that browsers don't show."""
    return _shown(request, material_id, None)


@own_transactions
@require_safe
@member_required(Permission.MATERIALS_READ)
def material_part(request: MemberRequest, material_id: str, place: str) -> HttpResponse:
    """The place of a finding or of a value, with some of what stands around it."""
    box = parse_place(place)
    if box is None:
        raise NotFound
    return _shown(request, material_id, box)


@own_transactions
@require_safe
@member_required(Permission.MATERIALS_READ)
def rendition_content(request: MemberRequest, rendition_id: str) -> HttpResponse:
    """The picture as it is sent to the authority."""
    with acting_as(request.actor):
        rendition = find_rendition(rendition_id)
    content = glance_at_picture(actor=request.actor, picture=rendition)
    return picture_response(rendition, content)


def _shown(request: MemberRequest, material_id: str, box: Box | None) -> HttpResponse:
    with acting_as(request.actor):
        material = find_material(material_id)
        turned = turn_of(material)
    content = glance_at_picture(actor=request.actor, picture=material)
    return picture_response(material, _small(material, content, box, turned), format_name="jpeg")


def _small(material: Material, content: bytes, box: Box | None, turned: int | None) -> bytes:
    try:
        if box is None:
            return upright_preview(content, turned=turned, max_side=_PREVIEW)
        return crop(content, box, turned=turned, margin=_MARGIN)
    except PictureRefused as refused:
        # It was taken once: an older, more lenient rule let it in.
        raise NotFound from refused
