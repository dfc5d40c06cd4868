"""/verifications/<id>/answer/: what only the user knows about a failure."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput
from registrar.post_or_back import post_or_back
from verification.failures import failure_of
from verification.languages import current_language
from verification.selectors import find_submission
from verification.services.submissions import answer_question
from verification.telling import may_see_what_was_read
from verification.waiting.presenting import waiting_card
from verification.waiting.selectors import way_on_of


@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:detail", "verification_id")
def answer(request: MemberRequest, verification_id: str) -> HttpResponse:
    """Keeps the answer; scripts get the card anew, others the submission's page."""
    submission = find_submission(verification_id)
    code = request.POST.get("code", "")[:40]
    # Of a date field and a button with the same name the button was pressed.
    value = request.POST.get("value", "")
    error = ""
    try:
        answer_question(actor=request.actor, submission=submission, code=code, value=value)
    except InvalidInput as refused:
        error = str(refused.errors[0].message)
    if request.headers.get("HX-Request"):
        return _card(request, verification_id, code, error)
    if error:
        messages.error(request, error)
    address = reverse("verification:detail", args=[submission.public_id])
    return HttpResponseRedirect(f"{address}#failure")


def _card(request: MemberRequest, verification_id: str, code: str, error: str) -> HttpResponse:
    submission = find_submission(verification_id)
    context = {
        "submission": submission,
        "failure": failure_of(
            submission, current_language(), with_read=may_see_what_was_read(request.actor)
        ),
        "waiting": waiting_card(way_on_of(submission), request.actor),
        "can_retry": "can_retry" in request.POST,
        "note_above": "note_above" in request.POST,
        # The page with the routes has its own way to support.
        "support": "note_above" in request.POST,
        "answer_error": error,
        "answer_code": code,
    }
    card = render(request, "verification/failure.html", context)
    if "note_above" in request.POST and not error:
        # There the cause stands above the routes too, and decides which one is recommended.
        card["HX-Refresh"] = "true"
    return card
