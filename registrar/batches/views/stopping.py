"""What the forms of a batch's page do: cancel it, resume it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from registrar.accounts.access import member_required
from registrar.accounts.identity_page import identity_page
from registrar.accounts.requests import MemberRequest
from registrar.accounts.step_up import StepUpRequired
from registrar.batches.models import Batch
from registrar.batches.selectors import find_batch
from registrar.batches.services.stopping import cancel_batch, resume_batch
from registrar.errors import StateConflict
from registrar.post_or_back import post_or_back


# Which right is needed hangs on the batch's kind: the services ask for it.
@member_required()
@post_or_back("batches:detail", "batch_id")
def batch_cancel(request: MemberRequest, batch_id: str) -> HttpResponse:
    batch = find_batch(request.actor, batch_id)
    try:
        cancel_batch(actor=request.actor, batch=batch)
    except StateConflict as refusal:
        messages.warning(request, str(refusal.message))
    else:
        messages.success(request, _("The batch is cancelled."))
    return HttpResponseRedirect(_page(batch))


@member_required()
@post_or_back("batches:detail", "batch_id")
def batch_resume(request: MemberRequest, batch_id: str) -> HttpResponse:
    """Without a proof of identity, where one is needed, the page for the code comes first."""
    batch = find_batch(request.actor, batch_id)
    try:
        resume_batch(actor=request.actor, batch=batch)
    except StepUpRequired as asked:
        back = f"{_page(batch)}?{urlencode({'confirm': 1})}"
        return HttpResponseRedirect(identity_page(asked.purpose, back))
    except StateConflict as refusal:
        messages.warning(request, str(refusal.message))
    else:
        messages.success(request, _("The batch goes on. You can leave this page."))
    return HttpResponseRedirect(_page(batch))


def _page(batch: Batch) -> str:
    return reverse("batches:detail", args=[batch.public_id])
