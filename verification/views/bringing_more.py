"""/verifications/<id>/more/: the customer answers in place what a reviewer asked for."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from registrar.accounts.access import member_required
from registrar.accounts.middleware import own_transactions
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput, ServiceError, StateConflict
from registrar.post_or_back import post_or_back
from registrar.tenancy.context import acting_as
from registrar.uploads import was_cut_off
from verification.asking.answer_state import WHOLE, AnswerState, typed
from verification.asking.shown import Asked, Point, asked_of
from verification.materials_rules import for_intake, get_profile
from verification.models import Submission
from verification.pictures import cut_off_error, sent_by_script
from verification.selectors import find_submission, known_materials
from verification.services.materials import store_material
from verification.services.preparing_answers import wait_for_answers
from verification.services.submissions import bring_more

from .detail import answer_context, detail_context

FORM = "verification/more/form.html"


@own_transactions
@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:detail", "verification_id")
def answer_request(request: MemberRequest, verification_id: str) -> HttpResponse:
    """Pictures are kept as they come; with `submit` everything is handed in."""
    with acting_as(request.actor):
        submission = find_submission(verification_id)
        asked = asked_of(submission)
        if asked is None:
            return _nothing_asked(request, submission)
        state = _typed(request, asked)
    _take_pictures(request, submission, state)
    if request.POST.get("request") != asked.request.public_id:
        state.refuse(WHOLE, _("The reviewer asks for something else now. Please look again."))
    if "submit" not in request.POST:
        return _show(request, submission, state, status=400 if state.errors else 200)
    if state.errors:
        return _show(request, submission, state, status=400)
    refusal = _bring(request, submission, state)
    if refusal is not None:
        return _show(request, submission, state, status=refusal.status)
    messages.success(request, _("Thank you. The review goes on."))
    return HttpResponseRedirect(reverse("verification:detail", args=[submission.public_id]))


def _nothing_asked(request: MemberRequest, submission: Submission) -> HttpResponse:
    """A colleague was faster, or the reviewer thought better of it: the page as it is now."""
    messages.warning(
        request, _("Nothing is asked any more: it was answered or taken back meanwhile.")
    )
    return HttpResponseRedirect(reverse("verification:detail", args=[submission.public_id]))


def _typed(request: MemberRequest, asked: Asked) -> AnswerState:
    wanted = [request.POST.get(f"kept_{point.id}", "") for point in asked.points]
    kept = {material.public_id: material for material in known_materials(wanted)}
    return typed(asked, request.POST, kept)


def _take_pictures(request: MemberRequest, submission: Submission, state: AnswerState) -> None:
    """Store what was chosen; a new picture takes the place of the one that was kept."""
    if was_cut_off(request):
        state.refuse(WHOLE, cut_off_error("pictures").message)
    for point in state.asked.points:
        upload = request.FILES.get(f"picture_{point.id}")
        if point.by_picture and isinstance(upload, UploadedFile):
            _take(request, submission, state, point, upload)


def _take(
    request: MemberRequest,
    submission: Submission,
    state: AnswerState,
    point: Point,
    upload: UploadedFile,
) -> None:
    try:
        state.pictures[point.id] = store_material(
            actor=request.actor,
            kind=point.kind,
            upload=upload,
            profile=for_intake(get_profile(submission.profile)),
        )
    except InvalidInput as refused:
        for error in refused.errors:
            state.refuse(point.id, error.message)


def _bring(
    request: MemberRequest, submission: Submission, state: AnswerState
) -> ServiceError | None:
    """None once it is done; a refusal that the form can say is put into `state`."""
    wait_for_answers(actor=request.actor, submission=submission, answers=state.answers)
    try:
        with acting_as(request.actor):
            bring_more(
                actor=request.actor,
                submission=submission,
                answers=state.answers,
                confirmed_warnings=state.confirmed,
                warnings_seen=state.seen,
            )
    except InvalidInput as refused:
        state.say(refused)
        return refused
    except StateConflict as conflict:
        if conflict.code != "pictures_pending":
            raise
        state.waits = True
        return conflict
    return None


def _show(
    request: MemberRequest, submission: Submission, state: AnswerState, *, status: int
) -> HttpResponse:
    """Scripts get the form alone and put it in place, so that it is a 200 for them."""
    with acting_as(request.actor):
        if sent_by_script(request):
            return render(request, FORM, answer_context(request, submission, state))
        context = detail_context(request, submission, state)
        return render(request, "verification/detail.html", context, status=status)
