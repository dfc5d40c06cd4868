"""Pictures in and out of the console: upload by script or plain form, and the view of one."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.middleware import own_transactions
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import FieldError, InvalidInput
from registrar.post_or_back import post_or_back
from registrar.tenancy.context import acting_as
from registrar.uploads import was_cut_off
from verification.materials_rules import DEFAULT_PROFILE, for_intake, get_profile
from verification.models import Material
from verification.pictures import cut_off_error, picture_response, sent_by_script
from verification.selectors import find_material
from verification.services.materials import open_material, store_material


@own_transactions
@member_required(Permission.MATERIALS_WRITE)
@post_or_back("verification:list")
def upload(request: MemberRequest) -> HttpResponse:
    """One picture, `file` with `kind`. Scripts get JSON, plain forms go back to `next`."""
    try:
        material = _store(request)
    except InvalidInput as error:
        return _refused(request, error)
    if sent_by_script(request):
        return JsonResponse(_facts(material), status=201)
    messages.success(request, _("The picture is uploaded."))
    return HttpResponseRedirect(_back(request))


@own_transactions
@require_safe
@member_required(Permission.MATERIALS_READ)
def material_content(request: MemberRequest, material_id: str) -> HttpResponse:
    """The picture; each view of it is logged."""
    with acting_as(request.actor):
        material = find_material(material_id)
    content = open_material(actor=request.actor, material=material, reason="console")
    return picture_response(material, content)


def _store(request: MemberRequest) -> Material:
    file = request.FILES.get("file")
    if was_cut_off(request):
        raise InvalidInput("picture_refused", errors=[cut_off_error("file")])
    if file is None:
        message = _("Choose a picture first.")
        raise InvalidInput(errors=[FieldError("file", "required", message)])
    return store_material(
        actor=request.actor,
        kind=request.POST.get("kind") or "identity_document",
        upload=file,
        profile=for_intake(get_profile(DEFAULT_PROFILE)),
    )


def _refused(request: MemberRequest, error: InvalidInput) -> HttpResponse:
    if sent_by_script(request):
        errors = [
            {"field": e.field, "code": e.code, "message": str(e.message)} for e in error.errors
        ]
        return JsonResponse({"errors": errors}, status=error.status)
    for each in error.errors:
        messages.error(request, str(each.message))
    return HttpResponseRedirect(_back(request))


def _facts(material: Material) -> dict[str, object]:
    return {
        "id": material.public_id,
        "kind": material.kind,
        "format": material.format,
        "bytes": material.bytes,
        "width": material.width,
        "height": material.height,
        "url": reverse("verification:material_content", args=[material.public_id]),
    }


def _back(request: MemberRequest) -> str:
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return wanted
    return reverse("verification:list")
