"""<id>/ask-more/: a reviewer asks the user for more, and goes on with the next case."""

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from registrar.errors import InvalidInput
from registrar.post_or_back import post_or_back
from verification.models import Submission
from verification.selectors import materials_of
from verification.services.submissions import ask_for_more
from verification.states import Verdict

from .ask_form import AskForm, typed_form
from .moving_on import DECIDE, Decided, and_on_to_next, done
from .not_sent import not_sent
from .page import case_page, get_submission, require_reviewer
from .requests import StaffRequest


@post_or_back(DECIDE, "pk")
@and_on_to_next
def ask_more(request: StaffRequest, pk: int) -> HttpResponse | Decided:
    """`preview` only shows what the user would read; everything typed stays."""
    require_reviewer(request)
    submission = get_submission(pk)
    form = typed_form(request.POST, materials_of(submission))
    if form.preview:
        return case_page(request, pk, ask=form)
    asked = done(request, lambda: _ask(request, submission, form))
    if form.wrong:
        return case_page(request, pk, ask=form, status=400)
    if not asked:
        return not_sent(request, submission, Verdict.ASK, ask=form)
    return Decided(_("Asked. The time limit stands still until the user answers."), undo=pk)


def _ask(request: StaffRequest, submission: Submission, form: AskForm) -> None:
    try:
        with transaction.atomic():
            ask_for_more(
                actor=request.actor,
                submission=submission,
                items=form.asks,
                note_to_user=form.note_to_user,
                note_to_staff=form.note_to_staff,
            )
    except InvalidInput as refused:
        form.say(refused.errors)
