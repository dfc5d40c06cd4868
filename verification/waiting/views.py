"""Answers to a failure without a form of pictures: the day to wait for, and the same again."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput, ServiceError, StateConflict
from registrar.post_or_back import post_or_back
from verification.models import Submission
from verification.selectors import find_submission, latest_for

from .addresses import page_of
from .forms import IssuedOnForm
from .resubmitting import resubmit_unchanged
from .services import cancel_reminder, schedule_reminder


@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:detail", "verification_id")
def remind(request: MemberRequest, verification_id: str) -> HttpResponse:
    """Count the first safe day from the date that was given, or from the submission."""
    submission = find_submission(verification_id)
    form = IssuedOnForm(request.POST)
    if not form.is_valid():
        _warn(request, [str(error) for errors in form.errors.values() for error in errors])
        return HttpResponseRedirect(page_of(submission))
    issued_on: dt.date | None = form.cleaned_data["issued_on"]
    try:
        reminder = schedule_reminder(
            actor=request.actor, submission=submission, issued_on=issued_on
        )
    except ServiceError as refused:
        _warn_of(request, refused)
    else:
        said = _("First safe day: %(day)s.") % {"day": reminder.due_on.isoformat()}
        messages.success(request, said)
    return HttpResponseRedirect(page_of(submission))


@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:detail", "verification_id")
def cancel(request: MemberRequest, verification_id: str) -> HttpResponse:
    submission = find_submission(verification_id)
    cancel_reminder(actor=request.actor, submission=submission)
    messages.success(request, _("The reminder is cancelled."))
    return HttpResponseRedirect(page_of(submission))


@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:detail", "verification_id")
def resubmit(request: MemberRequest, verification_id: str) -> HttpResponse:
    """The same again. Whoever clicks twice is led to the submission that the first click made;
    what is newly wrong leads to the form, where it can be corrected or confirmed."""
    submission = find_submission(verification_id)
    anyway = request.POST.get("anyway") == "1"
    try:
        again = resubmit_unchanged(actor=request.actor, submission=submission, anyway=anyway)
    except InvalidInput as refused:
        _warn_of(request, refused)
        return HttpResponseRedirect(_form_of(submission))
    except StateConflict as refused:
        _warn_of(request, refused)
        latest = latest_for(template=submission.template, domain=submission.domain)
        return _to(latest or submission)
    except ServiceError as refused:
        _warn_of(request, refused)
        return HttpResponseRedirect(page_of(submission))
    messages.success(request, _("Submitted again. We tell you here how the review goes."))
    return _to(again)


def _to(submission: Submission) -> HttpResponse:
    return HttpResponseRedirect(reverse("verification:detail", args=[submission.public_id]))


def _form_of(submission: Submission) -> str:
    if submission.domain is not None:
        return reverse("verification:reverify_resubmit", args=[submission.domain.name])
    template = submission.template
    return reverse("verification:submit_template", args=[template.public_id if template else ""])


def _warn_of(request: HttpRequest, refused: ServiceError) -> None:
    reasons = [str(error.message) for error in refused.errors]
    _warn(request, reasons or [str(refused.message)])


def _warn(request: HttpRequest, texts: list[str]) -> None:
    for text in dict.fromkeys(texts):
        messages.warning(request, text)
