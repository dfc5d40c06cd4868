"""After a reviewer's click: what was done is said, and the next case opens."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from registrar.accounts.middleware import own_transactions
from registrar.errors import ServiceError
from registrar.tenancy.context import acting_as
from verification.services.submissions import claim_next

from .requests import StaffRequest

DECIDE = "admin:verification_submission_decide"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a view has done, in words. `undo`: the submission whose decision can still be taken
    back, by a button beside it."""

    said: str
    undo: int | None = None


def and_on_to_next(
    view: Callable[[StaffRequest, int], HttpResponse | Decided],
) -> Callable[..., HttpResponseBase]:
    """A view whose `Decided` leads to the next case.

    That is claimed only once the decision has committed: both lock an account's log to the end
    of their transaction, and two reviewers who go to each other's account would wait for ever.
    """

    @own_transactions
    @wraps(view)
    def in_two_steps(request: StaffRequest, pk: int) -> HttpResponse:
        with acting_as(request.actor):
            answer = view(request, pk)
        if isinstance(answer, HttpResponse):
            return answer
        with acting_as(request.actor):
            return _on_to_next(request, answer)

    return in_two_steps


def decide_url(pk: int) -> str:
    return reverse(DECIDE, args=[pk])


def done(request: StaffRequest, act: Callable[[], object]) -> bool:
    """Whether `act` was done; a refusal undoes it and becomes a message."""
    try:
        with transaction.atomic():
            act()
    except ServiceError as refused:
        reasons = [str(error.message) for error in refused.errors]
        for text in dict.fromkeys(reasons or [str(refused.message)]):
            messages.warning(request, text)
        return False
    return True


def _on_to_next(request: StaffRequest, decided: Decided) -> HttpResponse:
    """Claims the most urgent case and opens it, or the queue where nothing waits."""
    upcoming, undo = claim_next(actor=request.actor), decided.undo
    then = _("This is the next one.") if upcoming else _("The queue is empty.")
    text = f"{decided.said} {then}"
    messages.success(request, text if undo is None else _with_undo(request, text, undo))
    if upcoming is None:
        return HttpResponseRedirect(reverse("admin:verification_submission_changelist"))
    return HttpResponseRedirect(decide_url(upcoming.pk))


def _with_undo(request: StaffRequest, text: str, pk: int) -> str:
    return format_html(
        '{} <form class="message-undo" method="post" action="{}">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button class="btn btn-sm">{}</button></form>',
        text,
        reverse("admin:verification_submission_reopen", args=[pk]),
        get_token(request),
        _("Undo"),
    )
