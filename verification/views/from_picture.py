"""/templates/new/from-picture/: a new info template, filled from pictures of the document.

Pictures first; what was read in them is offered; what the person confirms is handed to the
template's form by POST. Nothing of it is kept before that form is saved; the pictures wait for
the template's verification.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required
from registrar.accounts.guard import require
from registrar.accounts.middleware import own_transactions
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput
from registrar.post_or_back import post_or_back
from registrar.tenancy.context import acting_as
from registrar.uploads import was_cut_off
from templates_app.models import HolderType
from templates_app.tokens import new_token
from verification.carried_pictures import carry_pictures
from verification.checking.filling import fills_of, holder_type_of
from verification.checking.flaws import flaws_of
from verification.checking.intake import ACCEPT
from verification.checking.pictures import thumbs_of
from verification.languages import current_language
from verification.materials_rules import (
    DEFAULT_PROFILE,
    AuthorityProfile,
    for_intake,
    get_profile,
)
from verification.materials_rules.format_names import format_names
from verification.models import Material
from verification.pictures import cut_off_error, sent_by_script
from verification.prepared import Prepared, prepared
from verification.selectors import known_materials
from verification.services.materials import store_material
from verification.services.prechecking import note_values_shown
from verification.services.reading import want_readings

# Front and back of one document.
_MOST = 2
_FOLDER = "verification/from_picture"


@own_transactions
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required(Permission.TEMPLATES_WRITE)
def fill_from_picture(request: MemberRequest) -> HttpResponse:
    """The page; POST keeps the pictures and shows it again with what was read by now."""
    require(request.actor, Permission.MATERIALS_WRITE)
    require(request.actor, Permission.MATERIALS_READ)
    kept = _kept(request)
    errors = _take(request, kept) if request.method == "POST" else []
    by_script = sent_by_script(request)
    context = {
        "by_script": by_script,
        "errors": errors,
        "may_add": len(kept) < _MOST,
        "accept": ACCEPT,
        "formats": format_names(_intake().formats),
        "max_bytes": _intake().max_bytes,
        "min_bytes": _intake().min_bytes,
        **_read(request, kept),
    }
    with acting_as(request.actor):
        if by_script:
            return render(request, f"{_FOLDER}/steps.html", context)
        status = 400 if errors else 200
        return render(request, f"{_FOLDER}/page.html", context, status=status)


@own_transactions
@never_cache
@member_required(Permission.TEMPLATES_WRITE)
@post_or_back("verification:from_picture")
def what_was_read(request: MemberRequest) -> HttpResponse:
    """The live part: 204 until there is more to say than the page says."""
    require(request.actor, Permission.MATERIALS_READ)
    context = _read(request, _kept(request))
    if request.POST.get("seen") == context["digest"]:
        return HttpResponse(status=204)
    context["alone"] = True
    return render(request, f"{_FOLDER}/values.html", context)


def _kept(request: MemberRequest) -> list[Material]:
    removed = request.POST.get("remove", "")
    wanted = dict.fromkeys(request.POST.getlist("materials")[:_MOST])
    with acting_as(request.actor):
        return known_materials([public_id for public_id in wanted if public_id != removed])


def _take(request: MemberRequest, kept: list[Material]) -> list[str]:
    """Store what was chosen; what was refused, in words."""
    refused = [str(cut_off_error("pictures").message)] if was_cut_off(request) else []
    for upload in request.FILES.getlist("pictures")[: _MOST - len(kept)]:
        try:
            kept.append(
                store_material(
                    actor=request.actor, kind="identity_document", upload=upload, profile=_intake()
                )
            )
        except InvalidInput as refusal:
            refused += [str(error.message) for error in refusal.errors]
    return refused


def _read(request: MemberRequest, materials: Sequence[Material]) -> dict[str, Any]:
    with acting_as(request.actor):
        want_readings(materials)
        pictures = prepared(materials, get_profile(DEFAULT_PROFILE))
        looked_at = sum(picture.looked_at for picture in pictures)
        pending = looked_at < len(pictures)
        offered = {} if pending else _offered(pictures)
        if offered.get("fills"):
            note_values_shown(actor=request.actor, materials=materials)
            offered["token"] = token = new_token(request.actor)
            carry_pictures(request, token=token, materials=materials)
    return {
        "thumbs": thumbs_of(pictures),
        "pending": pending,
        "pictures": len(pictures),
        "looked_at": looked_at,
        "next_picture": min(looked_at + 1, len(pictures)),
        "digest": hashlib.sha256(f"{len(pictures)} {looked_at}".encode()).hexdigest()[:16],
        **offered,
    }


def _offered(pictures: Sequence[Prepared]) -> dict[str, Any]:
    fills, profile = fills_of(pictures), get_profile(DEFAULT_PROFILE)
    return {
        "fills": fills,
        "flaws": flaws_of(pictures, fills, profile=profile, language=current_language()),
        "holder_type": holder_type_of(pictures),
        "holder_types": HolderType.choices,
    }


def _intake() -> AuthorityProfile:
    return for_intake(get_profile(DEFAULT_PROFILE))
