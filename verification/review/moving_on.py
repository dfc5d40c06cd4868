"""After a reviewer's click: what was done is said, and the next case opens."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registrar.accounts.middleware import own_transactions
from registrar.errors import ServiceError
from registrar.tenancy.context import acting_as
from verification.models import Submission
from verification.services.claimable import held_by
from verification.services.submissions import claim_next

from .put_aside import aside, take_up
from .requests import StaffRequest
from .undoing import with_undo

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
    """Says what was done and opens the next case."""
    upcoming, then = next_case(request)
    # Outside of an f-string: the texts in them are not found by who collects them.
    then = then or _("This is the next one.")
    text = f"{decided.said} {then}"
    if decided.undo is not None:
        text = with_undo(request, text, Submission.objects.get(pk=decided.undo))
    messages.success(request, text)
    if upcoming is None:
        return HttpResponseRedirect(reverse("admin:verification_submission_changelist"))
    return HttpResponseRedirect(decide_url(upcoming.pk))


def next_case(request: StaffRequest) -> tuple[Submission | None, str]:
    """Claims the most urgent case, what was given back last; where none is free, the oldest that
    the reviewer holds already. With what there is to say of it, "" of a new claim."""
    upcoming = claim_next(actor=request.actor, rather_not=aside(request))
    if upcoming is not None:
        take_up(request, upcoming.pk)
        return upcoming, ""
    own = list(held_by(request.user))
    if not own:
        return None, _("Nothing waits that you could decide now.")
    said = ngettext(
        "Nothing else is free; you still hold %(count)d: this one.",
        "Nothing else is free; you still hold %(count)d: this is the one claimed first.",
        len(own),
    )
    return own[0], said % {"count": len(own)}
