"""The domains on the dashboard."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from domains.selectors.domains import counts_by_status
from domains.service_status_texts import STATUS_TEXTS
from registrar.accounts.permissions import Permission

# A figure's tone: only what asks for something is coloured.
_TONES = {"bad": "bad", "warn": "warn"}
# One row of figures: what asks for something first; the list's filter has all of them.
_FIRST = (
    "verification_failed",
    "unverified",
    "verification_in_review",
    "registrant_change_in_review",
    "on_hold",
    "expired",
    "verified",
)
_MOST = 6


def status_counts(request: HttpRequest) -> dict[str, Any] | None:
    """How many domains stand how, failed ones first, each leading to the list. One query;
    None for those who may not see domains, and where there are none."""
    actor = getattr(request, "actor", None)
    if actor is None or actor.account_id is None or not actor.may(Permission.DOMAINS_READ):
        return None
    counts = counts_by_status()
    if not counts:
        return None
    address = reverse("domains:list")
    statuses = [
        {
            "label": STATUS_TEXTS[status].label,
            "count": count,
            "url": f"{address}?service_status={status}",
            "tone": _TONES.get(STATUS_TEXTS[status].tone, ""),
        }
        for status, count in _most_pressing(counts)
    ]
    return {
        "total_label": _("All domains"),
        "total": sum(counts.values()),
        "url": address,
        "statuses": statuses,
    }


def _most_pressing(counts: dict[str, int]) -> list[tuple[str, int]]:
    ordered = [status for status in _FIRST if status in counts]
    ordered += [status for status in counts if status not in _FIRST]
    return [(status, counts[status]) for status in ordered[:_MOST]]
