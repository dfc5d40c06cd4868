"""After a reviewer's click: what was done is said, and the next case opens."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from registrar.errors import ServiceError
from verification.services.submissions import claim_next

from .requests import StaffRequest

DECIDE = "admin:verification_submission_decide"


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


def on_to_next(request: StaffRequest, said: str, *, undo: int | None = None) -> HttpResponse:
    """Claims the most urgent case and opens it, or the queue where nothing waits. `undo`: the
    submission whose decision can still be taken back, by a button beside what was said."""
    upcoming = claim_next(actor=request.actor)
    then = _("This is the next one.") if upcoming else _("The queue is empty.")
    text = f"{said} {then}"
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
