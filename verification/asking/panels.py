"""Where an open request shows on other pages: one click to the answer."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from domains.models import Domain
from domains.states import RealName
from registrar.accounts.permissions import Permission
from registrar.tenancy.actor import Actor
from verification.models import Submission
from verification.selectors import submissions
from verification.states import SubmissionState

# The dashboard names this many; the list of verifications holds the rest.
SHOWN = 5


def asked_of_domain(request: HttpRequest, domain: Domain) -> dict[str, Any] | None:
    """For a domain's page; None unless a reviewer waits for the user. No query for a domain
    that is not in review."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if domain.real_name != RealName.IN_REVIEW or not actor.may(Permission.VERIFICATIONS_READ):
        return None
    row = submissions().filter(domain=domain, state=SubmissionState.MORE_WANTED).first()
    return {"url": answer_url(row)} if row else None


def asked_of_account(request: HttpRequest) -> dict[str, Any] | None:
    """For the dashboard: what waits for an answer, the longest first. One query; None when
    nothing does, or for nobody who may see it."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or actor.account_id is None or not actor.may(Permission.VERIFICATIONS_READ):
        return None
    wanted = submissions().filter(state=SubmissionState.MORE_WANTED)
    found = list(wanted.order_by("updated_at", "id")[: SHOWN + 1])
    if not found:
        return None
    rows = [{"submission": row, "url": answer_url(row)} for row in found[:SHOWN]]
    return {"rows": rows, "more": len(found) > SHOWN}


def answer_url(submission: Submission) -> str:
    """The place on the submission's page where it is answered."""
    return f"{reverse('verification:detail', args=[submission.public_id])}#more"
