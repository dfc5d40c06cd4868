"""Help while the form is being typed. POST, because addresses end up in access logs."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from templates_app.rules.numbers import check_number
from templates_app.tidy import suggest_english

_SOURCES = ("name_zh", "contact_name_zh", "address_zh")
_TONES = {"block": "bad", "warn": "warn", "info": "info"}


@never_cache
@member_required(Permission.TEMPLATES_WRITE)
@require_POST
def romanise(request: MemberRequest) -> HttpResponse:
    """JSON: `name_en`, `contact_name_en`, `address_en` for the Chinese texts that were sent."""
    texts = {name: request.POST.get(name, "") for name in _SOURCES}
    return JsonResponse(suggest_english(request.POST.get("holder_type", ""), **texts))


@never_cache
@member_required(Permission.TEMPLATES_WRITE)
@require_POST
def check_typed_number(request: MemberRequest) -> HttpResponse:
    """HTML: what is wrong with the number just typed, without repeating it."""
    document_type = request.POST.get("document_type", "")
    number = request.POST.get("document_number", "")
    asked = bool(number.strip() and document_type)
    findings = [
        {"tone": _TONES[found.level], "message": found.message}
        for found in (check_number(document_type, number) if asked else [])
    ]
    context = {"asked": asked, "findings": findings}
    return render(request, "templates_app/parts/number_check.html", context)
