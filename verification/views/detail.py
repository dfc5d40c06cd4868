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
from verification.asking.answer_state import AnswerState
from verification.asking.shown import asked_of
from verification.checking.intake import ACCEPT
from verification.failures import failure_of
from verification.languages import current_language
from verification.materials_rules import for_intake, get_profile
from verification.materials_rules.format_names import format_names
from verification.models import Submission
from verification.progress import steps_of
from verification.retrying import waits_for_retry
from verification.selectors import find_submission, materials_of
from verification.services.answers_to_more import MOST_ANSWER
from verification.services.submissions import withdraw_submission
from verification.state_tones import STATE_TONES
from verification.states import OPEN, WITHDRAWABLE, SubmissionState
from verification.telling import may_see_what_was_read
from verification.waiting.presenting import waiting_card
from verification.waiting.selectors import way_on_of


@require_safe
@member_required(Permission.VERIFICATIONS_READ)
def verification_detail(request: MemberRequest, verification_id: str) -> HttpResponse:
    submission = find_submission(verification_id)
    return render(request, "verification/detail.html", detail_context(request, submission))


@require_safe
@member_required(Permission.VERIFICATIONS_READ)
def verification_status(request: MemberRequest, verification_id: str) -> HttpResponse:
    """The live part: asked every few seconds until the submission has ended."""
    submission = find_submission(verification_id)
    response = render(request, "verification/status.html", _status(request, submission))
    if submission.state == SubmissionState.MORE_WANTED and request.GET.get("shown") != "more":
        # The page has no form for the answer yet; whatever state it shows, nothing is typed there.
        response["HX-Refresh"] = "true"
    return response


@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:detail", "verification_id")
def withdraw(request: MemberRequest, verification_id: str) -> HttpResponse:
    submission = find_submission(verification_id)
    withdraw_submission(actor=request.actor, submission=submission)
    messages.success(request, _("The submission is withdrawn."))
    return HttpResponseRedirect(reverse("verification:detail", args=[submission.public_id]))


def detail_context(
    request: MemberRequest, submission: Submission, state: AnswerState | None = None
) -> dict[str, Any]:
    """Everything on the page; `state` is what was filled into the answer so far."""
    if state is None:
        asked = asked_of(submission)
        state = AnswerState(asked) if asked else None
    context = _status(request, submission) | {"materials": materials_of(submission)}
    return context | answer_context(request, submission, state)


def answer_context(
    request: MemberRequest, submission: Submission, state: AnswerState | None
) -> dict[str, Any]:
    """The form that answers a reviewer's request, None where there is nothing to answer."""
    intake = for_intake(get_profile(submission.profile))
    return {
        "submission": submission,
        "answer": state,
        "may_write": request.actor.may(Permission.VERIFICATIONS_WRITE),
        "may_see_pictures": may_see_what_was_read(request.actor),
        "accept": ACCEPT,
        "most": MOST_ANSWER,
        "formats": format_names(intake.formats),
        "max_bytes": intake.max_bytes,
        "min_bytes": intake.min_bytes,
    }


def _status(request: MemberRequest, submission: Submission) -> dict[str, Any]:
    may_write = request.actor.may(Permission.VERIFICATIONS_WRITE)
    return {
        "submission": submission,
        "tone": STATE_TONES[submission.state],
        "document_type": document_type_name(submission.document_type),
        "steps": steps_of(submission),
        "open": submission.state in OPEN,
        # It moves on without the customer.
        "under_way": submission.state in OPEN - {SubmissionState.MORE_WANTED},
        "failure": failure_of(
            submission, current_language(), with_read=may_see_what_was_read(request.actor)
        ),
        "waiting": waiting_card(way_on_of(submission), request.actor),
        "may_write": may_write,
        "can_retry": may_write and waits_for_retry(submission),
        "can_withdraw": may_write and submission.state in WITHDRAWABLE,
    }
