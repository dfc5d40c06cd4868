"""/verifications/: every submission of the account."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.listing import list_page
from verification.selectors import NEWEST, submissions
from verification.state_tones import STATE_TONES
from verification.states import SHOWN_STATES, SubmissionState, behind_shown

_CHOICES = [(one.value, one.label) for one in SHOWN_STATES if one != SubmissionState.DRAFT]


@require_safe
@member_required(Permission.VERIFICATIONS_READ)
def verification_list(request: MemberRequest) -> HttpResponse:
    """Filters that mean nothing filter nothing."""
    state, about = request.GET.get("state", ""), request.GET.get("about", "")
    rows = submissions()
    asked: dict[str, str] = {}
    if state in SHOWN_STATES:
        rows, asked["state"] = rows.filter(state__in=behind_shown(state)), state
    if about in ("template", "domain"):
        rows, asked["about"] = rows.filter(**{f"{about}__isnull": False}), about
    page = list_page(request, rows, order=NEWEST, asked=asked)
    context = {
        "rows": [(row, STATE_TONES[row.state]) for row in page.items],
        "states": _CHOICES,
        "asked": asked,
        **page.links,
    }
    return render(request, "verification/list.html", context)
