"""A decision that was not taken: what was typed is shown again."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from verification.models import ReviewDecision, Submission
from verification.states import DecisionStanding, Verdict

from .moving_on import decide_url
from .page import case_page
from .requests import StaffRequest

_STANDS = (DecisionStanding.PROPOSED, DecisionStanding.IN_FORCE)


def not_sent(
    request: StaffRequest, row: Submission, verdict: Verdict, **typed: Any
) -> HttpResponse:
    """The page with what was typed; a second click leads to what the first one did."""
    rows = ReviewDecision.objects.filter(submission=row, standing__in=_STANDS)
    newest = rows.order_by("-pk").first()
    if newest is not None and (newest.reviewer_id, newest.verdict) == (request.user.pk, verdict):
        return HttpResponseRedirect(decide_url(row.pk))
    return case_page(request, row.pk, status=409, **typed)
