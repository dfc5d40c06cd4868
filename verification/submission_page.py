"""A page with the submission form: pictures first or with the form, with scripts or without.

The same form is sent in several ways, told apart by its buttons: `submit`, `remove` (one
picture), `use` (take what was read into a field), or none of them: keep the pictures that were
chosen, check, and show the form again. Marked `own_transactions`: pictures go to the storage
outside of any transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from domains.models import Domain
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput, StateConflict
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from verification.checking.panel import SAID_BETTER, Panel
from verification.checking.running import find_offers, run_panel
from verification.forms import SubmissionForm
from verification.materials_rules import AuthorityProfile, for_intake
from verification.materials_rules.format_names import format_names
from verification.models import Material, Submission
from verification.pictures import sent_by_script
from verification.selectors import materials_by_ids
from verification.services.preparing import prepare_pictures
from verification.services.submissions import submit_verification
from verification.submission_state import (
    FormState,
    kept_pictures,
    say_of_pictures,
    state_of,
    take_pictures,
)

PARTIAL = "verification/submission_form.html"


@dataclass(frozen=True, kw_only=True)
class SubmissionPage:
    """Who is verified (exactly one of template and domain) and how the page looks.

    `stored_number` is the masked number that an empty field stands for, "" if there is none.
    `own_url` is the page's address, `check_url` that of its pre-check (`respond_panel`).
    `marks` are causes of the last failure by field (reverification.marks). `pictures` are those
    that the page begins with.
    `template_name` includes `verification/submission_form.html` and may use `context`.
    """

    template: InfoTemplate | None = None
    domain: Domain | None = None
    holder_type: str
    holder_name: str
    profile: AuthorityProfile
    template_name: str
    own_url: str
    check_url: str
    cancel_url: str
    stored_number: str = ""
    initial: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    pictures: Sequence[Material] = ()
    context: Mapping[str, Any] = field(default_factory=dict)


def respond(request: MemberRequest, page: SubmissionPage) -> HttpResponse:
    """The page's answer to GET and POST; call it outside of any transaction."""
    if request.method != "POST":
        form = _form(page, initial=dict(page.initial))
        return _show(request, page, form, FormState(materials=list(page.pictures)))
    form = _form(page, request.POST, request.FILES)
    form.full_clean()
    state = state_of(request)
    wrong = take_pictures(request, page.profile, form, state)
    if "submit" not in request.POST:
        form.say_only_of_pictures()
        form = _with_offer(request, page, form, state) or form
        return _show(request, page, form, state)
    if not wrong and not form.errors:
        submission = _submit(request, page, form, state)
        if submission is not None:
            return _done(request, submission)
    elif not wrong:
        say_of_pictures(page.profile, form, state)
    return _show(request, page, form, state, status=409 if state.waits else 400)


def respond_panel(request: MemberRequest, page: SubmissionPage) -> HttpResponse:
    """The pre-check alone, for the form as it is typed now; 204 where nothing has changed since
    the panel that the page shows (`seen`). Chosen files are left alone: they are uploaded."""
    waited = "waited" in request.POST
    panel = _run(request, page, request.POST, kept_pictures(request), waited_for=waited)
    if request.POST.get("seen") == panel.digest:
        return HttpResponse(status=204)
    said = request.POST.get("said", "")
    context = {"page": page, "panel": panel, "alone": True, "said": said}
    return render(request, "verification/checking/panel.html", context)


def _form(page: SubmissionPage, *args: Any, **kwargs: Any) -> SubmissionForm:
    return SubmissionForm(
        *args, holder_type=page.holder_type, stored_number=page.stored_number, **kwargs
    )


def _with_offer(
    request: MemberRequest, page: SubmissionPage, form: SubmissionForm, state: FormState
) -> SubmissionForm | None:
    """The form with what was read in the field that `use` names; None where nothing was."""
    wanted = request.POST.get("use", "")
    if wanted not in form.fields:
        return None
    offers = find_offers(
        actor=request.actor, page=page, typed=request.POST, materials=state.materials
    )
    values = [offer.value for offer in offers if offer.field == wanted]
    if not values:
        return None
    data = request.POST.copy()
    data[wanted] = values[0]
    return _form(page, data)


def _run(
    request: MemberRequest,
    page: SubmissionPage,
    typed: Mapping[str, Any],
    materials: Sequence[Material],
    *,
    waited_for: bool = False,
) -> Panel:
    return run_panel(
        actor=request.actor, page=page, typed=typed, materials=materials, waited_for=waited_for
    )


def _submit(
    request: MemberRequest, page: SubmissionPage, form: SubmissionForm, state: FormState
) -> Submission | None:
    prepare_pictures(actor=request.actor, materials=state.materials, profile=page.profile)
    try:
        with acting_as(request.actor):
            return submit_verification(
                actor=request.actor,
                template=page.template,
                domain=page.domain,
                document_type=form.cleaned_data["document_type"],
                document_number=form.cleaned_data["document_number"],
                materials=materials_by_ids([m.public_id for m in state.materials]),
                confirmed_warnings=state.confirmed,
                warnings_seen=state.seen,
            )
    except InvalidInput as refusal:
        if refusal.code == "warnings_unconfirmed":
            state.asks = True
        else:
            codes = {error.code for error in refusal.errors}
            for error in refusal.errors:
                if SAID_BETTER.get(error.code) not in codes:
                    form.show_refusal(error.field, error.message)
    except StateConflict as conflict:
        if conflict.code != "pictures_pending":
            raise
        state.waits = True
    return None


def _done(request: MemberRequest, submission: Submission) -> HttpResponse:
    messages.success(request, _("Submitted. We tell you here how the review goes."))
    address = reverse("verification:detail", args=[submission.public_id])
    if sent_by_script(request):
        return JsonResponse({"location": address})
    return HttpResponseRedirect(address)


def _show(
    request: MemberRequest,
    page: SubmissionPage,
    form: SubmissionForm,
    state: FormState,
    *,
    status: int = 200,
) -> HttpResponse:
    """Scripts get the form alone and put it in place, so that it is a 200 for them."""
    intake = for_intake(page.profile)
    panel = _run(request, page, form.typed(), state.materials, waited_for=state.waits)
    confirmed = panel.warnings.covered(state.confirmed, seen=state.seen)
    by_script = sent_by_script(request)
    context = {
        **page.context,
        "page": page,
        "by_script": by_script,
        "panel": panel,
        "form": form,
        "warnings": panel.warnings.unconfirmed(confirmed) if state.asks else [],
        "confirmed": confirmed,
        "formats": format_names(intake.formats),
        "max_bytes": intake.max_bytes,
        "min_bytes": intake.min_bytes,
    }
    with acting_as(request.actor):
        if by_script:
            return render(request, PARTIAL, context)
        return render(request, page.template_name, context, status=status)
