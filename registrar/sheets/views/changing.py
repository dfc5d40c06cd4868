"""What forms of an import's page do: confirm it, cancel it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from registrar.accounts.access import member_required
from registrar.accounts.identity_page import identity_page
from registrar.accounts.requests import MemberRequest
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import InvalidInput, StateConflict
from registrar.post_or_back import post_or_back
from registrar.sheets.selectors import find_import
from registrar.sheets.services.running import cancel_import, run_import


@member_required()
@post_or_back("sheets:detail", "import_id")
def import_run(request: MemberRequest, import_id: str) -> HttpResponse:
    """Without a proof of identity, where one is needed, the page for the code comes first and
    leads back to the question."""
    found = find_import(request.actor, import_id)
    page = reverse("sheets:detail", args=[found.public_id])
    try:
        run_import(
            actor=request.actor, found=found, duplicates=request.POST.get("duplicates") == "on"
        )
    except StepUpRequired as asked:
        back = f"{page}?{urlencode({'confirm': 1})}"
        return HttpResponseRedirect(identity_page(asked.purpose, back))
    except (InvalidInput, StateConflict) as refusal:
        messages.warning(request, str(refusal.message))
    else:
        messages.success(request, _("The rows are carried out. You can leave this page."))
    return HttpResponseRedirect(page)


@member_required()
@post_or_back("sheets:detail", "import_id")
def import_cancel(request: MemberRequest, import_id: str) -> HttpResponse:
    found = find_import(request.actor, import_id)
    try:
        cancel_import(actor=request.actor, found=found)
    except StateConflict as refusal:
        messages.warning(request, str(refusal.message))
    else:
        messages.success(request, _("The import is cancelled."))
    return HttpResponseRedirect(reverse("sheets:detail", args=[found.public_id]))
