"""Deciding: approve, fail, confirm, and taking a decision back."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from registrar.errors import InvalidInput, ServiceError
from registrar.post_or_back import post_or_back
from verification.models import Submission
from verification.services.submissions import (
    approve_submission,
    confirm_decision,
    fail_submission,
    reopen_submission,
)
from verification.states import SubmissionState, Verdict

from .forms import MOST_NOTE, RefusalForm
from .moving_on import DECIDE, decide_url, done, on_to_next
from .not_sent import not_sent
from .page import case_page, get_submission, require_reviewer
from .requests import StaffRequest

# Buttons of the form that only show it again: search, another place, the message as it reads.
_NOT_YET = frozenset({"find", "add_place", "preview"})


@post_or_back(DECIDE, "pk")
def approve(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    row, note = get_submission(pk), request.POST.get("note_to_staff", "")[:MOST_NOTE]
    actor = request.actor
    if not done(
        request, lambda: approve_submission(actor=actor, submission=row, note_to_staff=note)
    ):
        return not_sent(request, row, Verdict.APPROVE, typed_note=note)
    return on_to_next(request, _approved(get_submission(pk)), undo=pk)


@post_or_back(DECIDE, "pk")
def refuse(request: StaffRequest, pk: int) -> HttpResponse:
    """Fail it. Whatever is refused, the page shows again what was typed."""
    require_reviewer(request)
    row, form = get_submission(pk), RefusalForm(request.POST)
    if _NOT_YET & request.POST.keys():
        return case_page(request, pk, refusal=form.unchecked())
    if not form.is_valid():
        return case_page(request, pk, refusal=form, status=400)
    try:
        with transaction.atomic():
            fail_submission(actor=request.actor, submission=row, **form.decision())
    except InvalidInput as refused:
        for error in refused.errors:
            form.add_error("reason_codes", str(error.message))
        return case_page(request, pk, refusal=form, status=400)
    except ServiceError as refused:
        messages.warning(request, str(refused.message))
        return not_sent(request, row, Verdict.FAIL, refusal=form)
    return on_to_next(request, _failed(get_submission(pk)), undo=pk)


@post_or_back(DECIDE, "pk")
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    row, actor = get_submission(pk), request.actor
    read = request.POST.get("decision", "")
    if not done(request, lambda: confirm_decision(actor=actor, submission=row, read=read)):
        return HttpResponseRedirect(decide_url(pk))
    row = get_submission(pk)
    said = _failed(row) if row.state == SubmissionState.FAILED else _approved(row)
    return on_to_next(request, said, undo=pk)


@post_or_back(DECIDE, "pk")
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    require_reviewer(request)
    row, note = get_submission(pk), request.POST.get("note", "")[:MOST_NOTE]
    actor = request.actor
    if not done(request, lambda: reopen_submission(actor=actor, submission=row, note=note)):
        return case_page(request, pk, reopen_note=note, status=409)
    messages.success(request, _("Reopened: the case is in your hands again."))
    return HttpResponseRedirect(decide_url(pk))


def _approved(row: Submission) -> str:
    if row.state == SubmissionState.SECOND_REVIEW:
        return _("Approved. A second reviewer has to confirm it.")
    return _("Approved. It is on its way to the authority.")


def _failed(row: Submission) -> str:
    if row.state == SubmissionState.SECOND_REVIEW:
        return _("Refused. A second reviewer has to confirm it.")
    return _("Refused. The user sees the reasons now.")
