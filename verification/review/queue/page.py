"""The queue's page in the admin, in place of Django's own list."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from registrar.listing import list_page
from templates_app.models import HolderType
from verification.catalogue.findings import FINDING_CODES
from verification.languages import current_language
from verification.models import Submission
from verification.review.requests import StaffRequest
from verification.services.assigning import reviewers
from verification.services.reviewers import DECIDE
from verification.states import FoundLevel, SubmissionState

from .counts import QueueCounts, queue_counts
from .filter import AGES, QueueFilter, filter_of
from .rows import lines_of, queue_rows

_SHOWN = [choice for choice in SubmissionState.choices if choice[0] != SubmissionState.DRAFT]


@require_safe
def queue(request: StaffRequest) -> HttpResponse:
    """Oldest due first. Whoever may not decide sees the list without its buttons."""
    wanted, user = filter_of(request.GET), request.user
    page = list_page(
        request,
        wanted.apply(queue_rows(), user),
        order=wanted.order,
        asked=wanted.as_parameters(),
    )
    decides = user.has_perm(DECIDE)
    context = {
        **admin.site.each_context(request),
        "title": _("Review queue"),
        "opts": Submission._meta,
        "lines": lines_of(page.items, user),
        "wanted": wanted,
        "everywhere": "?" + urlencode(replace(wanted, state="all").as_parameters()),
        "asked": urlencode(wanted.as_parameters()),
        "tabs": _tabs(queue_counts(user), wanted),
        "decides": decides,
        "colleagues": [one for one in reviewers() if one.pk != user.pk] if decides else [],
        **_choices(),
        **page.links,
    }
    return render(request, "admin/verification/submission/queue.html", context)


def queue_url(given: HttpRequest) -> str:
    """Back to the list as it was when a button above it was pressed."""
    wanted = filter_of(given.GET).as_parameters()
    here = reverse("admin:verification_submission_changelist")
    return f"{here}?{urlencode(wanted)}" if wanted else here


def _tabs(counts: QueueCounts, wanted: QueueFilter) -> list[dict[str, Any]]:
    """The views of the queue that people ask for again and again."""
    tabs = (
        (_("Waiting"), counts.waiting, QueueFilter()),
        (_("In my hands"), counts.mine, QueueFilter(state="mine")),
        (_("Assigned to me"), counts.assigned, QueueFilter(assigned="me")),
        (_("Overdue"), counts.overdue, QueueFilter(overdue=True)),
        (_("Assigned to nobody"), counts.unassigned, QueueFilter(assigned="nobody")),
        (_("To be confirmed"), counts.second, QueueFilter(state="second_review")),
        (_("Waiting for the customer"), counts.more, QueueFilter(state="more_wanted")),
    )
    return [
        {
            "label": label,
            "count": count,
            "url": "?" + urlencode(target.as_parameters()),
            "here": target == wanted,
            "bad": bool(target.overdue and count),
        }
        for label, count, target in tabs
    ]


def _choices() -> dict[str, Any]:
    language = current_language()
    findings = [(code, row.title.pick(language)) for code, row in FINDING_CODES.items()]
    return {
        "states": _SHOWN,
        "holder_types": HolderType.choices,
        "ages": AGES,
        "found_levels": FoundLevel.choices,
        "finding_codes": findings,
    }
