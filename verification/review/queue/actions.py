"""The buttons of the queue: take the next, assign many, ask the authority about many. There is
no button that decides many at once: each submission is looked at."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registrar.accounts.models import User
from registrar.errors import ServiceError
from registrar.paging import MAX_LIMIT
from registrar.post_or_back import post_or_back
from verification.models import Submission
from verification.review.moving_on import decide_url, next_case
from verification.review.requests import StaffRequest
from verification.services.reviewers import DECIDE
from verification.services.submissions import (
    assign_submissions,
    resend_submissions,
)

from .page import queue_url

_QUEUE = "admin:verification_submission_changelist"


@post_or_back(_QUEUE)
def take_next(request: StaffRequest) -> HttpResponse:
    _require_reviewer(request)
    row, said = next_case(request)
    if said:
        messages.info(request, said)
    return HttpResponseRedirect(queue_url(request) if row is None else decide_url(row.pk))


@post_or_back(_QUEUE)
def assign(request: StaffRequest) -> HttpResponse:
    """`assignee` is me, nobody or a colleague's id."""
    _require_reviewer(request)
    asked = request.POST.get("assignee", "")
    assignee = _user(request, asked)
    if assignee is None and asked != "nobody":
        messages.warning(request, _("Choose whom to assign them to."))
        return HttpResponseRedirect(queue_url(request))

    def act(chosen: list[Submission]) -> None:
        done = assign_submissions(actor=request.actor, submissions=chosen, assignee=assignee)
        said = ngettext("%(count)d assigned anew.", "%(count)d assigned anew.", done)
        left = _("%(count)d stay as they are: decided, or not possible for this person.")
        _say(request, said, done, left, len(chosen) - done)

    return _with_chosen(request, act)


@post_or_back(_QUEUE)
def resend(request: StaffRequest) -> HttpResponse:
    _require_reviewer(request)

    def act(chosen: list[Submission]) -> None:
        done = resend_submissions(actor=request.actor, submissions=chosen)
        said = ngettext(
            "The authority is asked about %(count)d.",
            "The authority is asked about %(count)d.",
            done,
        )
        left = _("%(count)d stay as they are: not sent to an authority yet, or answered.")
        _say(request, said, done, left, len(chosen) - done)

    return _with_chosen(request, act)


def _with_chosen(
    request: StaffRequest, act: Callable[[list[Submission]], None]
) -> HttpResponseRedirect:
    numbers = [int(text) for text in request.POST.getlist("submission") if _is_number(text)]
    chosen = list(Submission.objects.filter(pk__in=numbers[:MAX_LIMIT]).only("pk"))
    if not chosen:
        messages.warning(request, _("Tick at least one submission."))
        return HttpResponseRedirect(queue_url(request))
    try:
        with transaction.atomic():
            act(chosen)
    except ServiceError as refused:
        messages.warning(request, str(refused.message))
    return HttpResponseRedirect(queue_url(request))


def _say(request: StaffRequest, said: str, done: int, left: str, others: int) -> None:
    if done:
        messages.success(request, said % {"count": done})
    if others:
        messages.warning(request, left % {"count": others})


def _user(request: StaffRequest, asked: str) -> User | None:
    if asked == "me":
        return request.user
    return User.objects.filter(pk=int(asked)).first() if _is_number(asked) else None


def _is_number(text: str) -> bool:
    # As a key of a row may be: longer ones are an error of the database.
    return text.isascii() and text.isdigit() and len(text) <= 18


def _require_reviewer(request: StaffRequest) -> None:
    if not request.user.has_perm(DECIDE):
        raise PermissionDenied
