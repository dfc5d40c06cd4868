"""/failure-reasons/: what every message means, and what to do about it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from verification.catalogue.catalogue import reasons
from verification.failures import general_guidance
from verification.languages import current_language
from verification.reason_pages import look_up, reason_groups, reason_page
from verification.step_links import links_in_general, support_url

# Several messages joined stay far below it.
MAX_QUERY = 600


@require_safe
@member_required(Permission.VERIFICATIONS_READ)
def reason_list(request: MemberRequest) -> HttpResponse:
    """The catalogue by groups; with `?q=` what a pasted message means, or what holds the words.

    What is pasted is looked up and not kept.
    """
    query = request.GET.get("q", "").strip()[:MAX_QUERY]
    language = current_language()
    found = look_up(query, language) if query else None
    links = links_in_general(request.actor)
    if query and links["support"]:
        links["support"] = support_url("message", query)
    context = {
        "pasted": query,
        "max_query": MAX_QUERY,
        "found": found,
        "groups": [] if found else reason_groups(language),
        "links": links,
        "general": [step for step in general_guidance(language) if step["who"] == "you"],
    }
    return render(request, "verification/reasons/list.html", context)


@require_safe
@member_required(Permission.VERIFICATIONS_READ)
def reason_detail(request: MemberRequest, code: str) -> HttpResponse:
    if code not in reasons():
        raise Http404
    context = reason_page(code, current_language(), links_in_general(request.actor))
    return render(request, "verification/reasons/detail.html", context)
