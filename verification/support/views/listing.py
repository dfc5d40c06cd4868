"""/support/: every request of the account, what moved last first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.listing import list_page
from verification.support.selectors import NEWEST, support_requests
from verification.support.states import CUSTOMER_STATES, STATE_TONES, RequestState


@require_safe
@member_required(Permission.SUPPORT_READ)
def request_list(request: MemberRequest) -> HttpResponse:
    """A filter that means nothing filters nothing."""
    state = request.GET.get("state", "")
    rows = support_requests()
    asked: dict[str, str] = {}
    if state in RequestState.values:
        rows, asked["state"] = rows.filter(state=state), state
    page = list_page(request, rows, order=NEWEST, asked=asked)
    context = {
        "rows": [(row, STATE_TONES[row.state], CUSTOMER_STATES[row.state]) for row in page.items],
        "states": CUSTOMER_STATES.items(),
        "asked": asked,
        "may_write": request.actor.may(Permission.SUPPORT_WRITE),
        **page.links,
    }
    return render(request, "support/list.html", context)
