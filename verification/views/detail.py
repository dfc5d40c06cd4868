"""/verifications/<id>/: how far it is, and why it failed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.post_or_back import post_or_back
from templates_app.names_of import document_type_name
from verification.failures import failure_of
from verification.languages import current_language
from verification.models import Submission
from verification.progress import steps_of
from verification.retrying import waits_for_retry
from verification.selectors import find_submission, materials_of
from verification.services.submissions import withdraw_submission
from verification.state_tones import STATE_TONES
from verification.states import OPEN, WITHDRAWABLE
from verification.telling import may_see_what_was_read
from verification.waiting.presenting import waiting_card
from verification.waiting.selectors import way_on_of


@require_safe
@member_required(Permission.VERIFICATIONS_READ)
def verification_detail(request: MemberRequest, verification_id: str) -> HttpResponse:
    submission = find_submission(verification_id)
    context = _status(request, submission) | {
        "materials": materials_of(submission),
        "may_see_pictures": may_see_what_was_read(request.actor),
    }
    return render(request, "verification/detail.html", context)


@require_safe
@member_required(Permission.VERIFICATIONS_READ)
def verification_status(request: MemberRequest, verification_id: str) -> HttpResponse:
    """The live part: asked every few seconds until the submission has ended."""
    submission = find_submission(verification_id)
    return render(request, "verification/status.html", _status(request, submission))


@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:detail", "verification_id")
def withdraw(request: MemberRequest, verification_id: str) -> HttpResponse:
    submission = find_submission(verification_id)
    withdraw_submission(actor=request.actor, submission=submission)
    messages.success(request, _("The submission is withdrawn."))
    return HttpResponseRedirect(reverse("verification:detail", args=[submission.public_id]))


def _status(request: MemberRequest, submission: Submission) -> dict[str, Any]:
    may_write = request.actor.may(Permission.VERIFICATIONS_WRITE)
    return {
        "submission": submission,
        "tone": STATE_TONES[submission.state],
        "document_type": document_type_name(submission.document_type),
        "steps": steps_of(submission),
        "open": submission.state in OPEN,
        "failure": failure_of(
            submission, current_language(), with_read=may_see_what_was_read(request.actor)
        ),
        "waiting": waiting_card(way_on_of(submission), request.actor),
        "may_write": may_write,
        "can_retry": may_write and waits_for_retry(submission),
        "can_withdraw": may_write and submission.state in WITHDRAWABLE,
    }
