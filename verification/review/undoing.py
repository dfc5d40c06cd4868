"""How long a decision can be taken back, in words, and the button that does it."""

import math

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from verification.models import Submission
from verification.states import SubmissionState

from .requests import StaffRequest


def with_undo(request: StaffRequest, text: str, row: Submission) -> str:
    """`text`, how long it can be undone, and the button, on the key o."""
    return format_html(
        '{} <form class="message-undo" method="post" action="{}" data-once>'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button class="btn btn-sm" data-review-key="o">{}</button></form> {}',
        text,
        reverse("admin:verification_submission_reopen", args=[row.pk]),
        get_token(request),
        _("Undo"),
        until_when(row),
    )


def until_when(row: Submission) -> str:
    """As of now: an approval by the clock, the others until somebody else acts."""
    if row.state == SubmissionState.AT_AUTHORITY:
        return _before_sending(row)
    if row.state == SubmissionState.SECOND_REVIEW:
        return _("Possible until a colleague claims it.")
    if row.state == SubmissionState.MORE_WANTED:
        return _("Possible until the user answers.")
    return _("Possible until the user submits again.")


def _before_sending(row: Submission) -> str:
    """Counted down in the browser (static/js/review-undo.js), where the button goes with it."""
    left = 0.0 if row.due_at is None else (row.due_at - timezone.now()).total_seconds()
    if row.due_at is None or left <= 0:
        return _("Possible until it is sent.")
    seconds = math.ceil(left)
    return format_html(
        '<span data-undo-left="{}" data-undo-over="{}">{}</span>',
        seconds,
        _("Too late to undo: it goes to the authority now."),
        format_html(
            _("Possible until {time} ({seconds} s left)."),
            time=f"{timezone.localtime(row.due_at):%H:%M:%S}",
            seconds=format_html("<span data-undo-seconds>{}</span>", seconds),
        ),
    )
