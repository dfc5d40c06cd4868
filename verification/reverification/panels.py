"""Failed and missing verifications on other pages: one click to the way on."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from domains.models import Domain
from domains.selectors.domains import held_domains
from domains.states import RealName, RegistrantChange
from registrar.accounts.permissions import Permission
from registrar.tenancy.actor import Actor
from verification.failures import failure_title
from verification.languages import current_language
from verification.models import Submission
from verification.selectors import latest_failed_for, submissions
from verification.states import SubmissionState

# The dashboard names this many; the list of failed domains holds the rest.
SHOWN = 5


def failed_domain(request: HttpRequest, domain: Domain) -> dict[str, Any] | None:
    """For a domain's page: why it failed and the button to the fix; None unless it has failed."""
    if domain.real_name != RealName.FAILED:
        return None
    submission = latest_failed_for(domain)
    return {
        "title": _title(submission),
        "url": reverse("verification:reverify", args=[domain.name]),
        "change_under_way": domain.registrant_change == RegistrantChange.IN_REVIEW,
    }


def unverified_domain(request: HttpRequest, domain: Domain) -> dict[str, Any] | None:
    """For a domain's page: the button to its first verification; None where something else
    comes first."""
    if domain.service_status != "unverified":
        return None
    return {"url": reverse("verification:reverify", args=[domain.name])}


def failed_domains(request: HttpRequest) -> dict[str, Any] | None:
    """For the dashboard: the first failed domains with their reasons. Two queries; None when
    there are none, or nobody who may see them."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or actor.account_id is None or not actor.may(Permission.DOMAINS_READ):
        return None
    failed = (
        held_domains().filter(service_status="verification_failed").order_by("-updated_at", "-id")
    )
    found = list(failed.only("name", "unicode_name", "account_id")[: SHOWN + 1])
    if not found:
        return None
    reasons = _latest_failures(found[:SHOWN])
    rows = [
        {
            "domain": domain,
            "title": _title(reasons.get(domain.pk)),
            "url": reverse("verification:reverify", args=[domain.name]),
        }
        for domain in found[:SHOWN]
    ]
    # One domain is quicker looked at than planned.
    may_plan = len(found) > 1 and actor.may(Permission.OPERATIONS_WRITE)
    return {"rows": rows, "more": len(found) > SHOWN, "may_plan": may_plan}


def _latest_failures(domains: list[Domain]) -> dict[int, Submission]:
    newest = submissions().filter(
        domain__in=[domain.pk for domain in domains], state=SubmissionState.FAILED
    )
    rows = newest.order_by("domain_id", "-id").distinct("domain_id")
    return {row.domain_id: row for row in rows if row.domain_id is not None}


def _title(submission: Submission | None) -> str:
    return failure_title(submission, current_language()) if submission else ""
