"""/domains/<name>/reverify/: why it failed, and the two ways on (seed 003)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domains.models import Domain
from domains.selectors.domains import find_domain
from domains.service_status_texts import STATUS_TEXTS
from domains.states import RealName, RegistrantChange
from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from verification.languages import current_language
from verification.selectors import latest_for
from verification.states import OPEN
from verification.telling import may_see_what_was_read
from verification.waiting.presenting import waiting_card

from .meanwhile import blocked_meanwhile
from .presenting import route_cards, support_for
from .selectors import outlook_for


@require_safe
@member_required(Permission.DOMAINS_READ)
def reverify(request: MemberRequest, name: str) -> HttpResponse:
    """Reason and guidance, what happened, and the routes as choices."""
    domain = find_domain(name)
    outlook = outlook_for(
        domain,
        language=current_language(),
        with_read=may_see_what_was_read(request.actor),
    )
    latest = latest_for(domain=domain)
    context = {
        "domain": domain,
        "status": STATUS_TEXTS[domain.service_status],
        "outlook": outlook,
        "routes": route_cards(outlook, request.actor),
        "waiting": waiting_card(outlook.way, request.actor),
        "support": support_for(outlook),
        "meanwhile": _meanwhile(domain),
        "verified": domain.real_name == RealName.VERIFIED,
        "open_submission": latest if latest and latest.state in OPEN else None,
    }
    return render(request, "verification/reverification/overview.html", context)


def _meanwhile(domain: Domain) -> list[str]:
    """Labels of what is blocked while a review is under way; none when none is."""
    states = {
        "registrant_change_in_review": domain.registrant_change == RegistrantChange.IN_REVIEW,
        "verification_in_review": domain.real_name == RealName.IN_REVIEW,
    }
    current = next((code for code, holds in states.items() if holds), None)
    return blocked_meanwhile(current) if current else []
