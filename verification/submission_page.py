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
from registrar.errors import FieldError, InvalidInput, StateConflict
from registrar.tenancy.context import acting_as
from registrar.uploads import was_cut_off
from templates_app.models import InfoTemplate
from verification.checking.intake import format_names
from verification.checking.panel import Panel
from verification.checking.running import offers_for, run_panel
from verification.forms import SubmissionForm
from verification.materials_rules import AuthorityProfile, for_intake
from verification.models import Material, Submission
from verification.pictures import cut_off_error, sent_by_script
from verification.selectors import known_materials, materials_by_ids
from verification.services.materials import store_material
from verification.services.preparing import prepare_pictures
from verification.services.submissions import submit_verification
from verification.submission_rules import MAX_MATERIALS, check_pictures

PARTIAL = "verification/submission_form.html"


@dataclass(frozen=True, kw_only=True)
class SubmissionPage:
    """Who is verified (exactly one of template and domain) and how the page looks.

    `stored_number` is the masked number that an empty field stands for, "" if there is none.
    `own_url` is the page's address, `check_url` that of its pre-check (`respond_panel`).
    `marks` are causes of the last failure by field (reverification.marks).
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
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _State:
    """What the form holds beside its fields. `waits`: it was handed in too early."""

    materials: list[Material]
    warnings: Sequence[FieldError] = ()
    confirmed: Sequence[str] = ()
    waits: bool = False


def respond(request: MemberRequest, page: SubmissionPage) -> HttpResponse:
    """The page's answer to GET and POST; call it outside of any transaction."""
    if request.method != "POST":
        form = _form(page, initial=dict(page.initial))
        return _show(request, page, form, _State(materials=[]))
    form = _form(page, request.POST, request.FILES)
    form.full_clean()
    state = _State(
        materials=_kept(request), confirmed=request.POST.getlist("confirmed_warnings")[:50]
    )
    wrong = _take_pictures(request, page, form, state)
    if "submit" not in request.POST:
        form.say_only_of_pictures()
        form = _with_offer(request, page, form, state) or form
        return _show(request, page, form, state)
    if not wrong and not form.errors:
        submission = _submit(request, page, form, state)
        if submission is not None:
            return _done(request, submission)
    elif not wrong:
        _say_of_pictures(page, form, state)
    return _show(request, page, form, state, status=409 if state.waits else 400)


def respond_panel(request: MemberRequest, page: SubmissionPage) -> HttpResponse:
    """The pre-check alone, for the form as it is typed now; 204 where nothing has changed since
    the panel that the page shows (`seen`). Chosen files are left alone: they are uploaded."""
    waited = "waited" in request.POST
    panel = _run(request, page, request.POST, _kept(request), waited_for=waited)
    if request.POST.get("seen") == panel.digest:
        return HttpResponse(status=204)
    context = {"page": page, "panel": panel, "alone": True}
    return render(request, "verification/checking/panel.html", context)


def _form(page: SubmissionPage, *args: Any, **kwargs: Any) -> SubmissionForm:
    return SubmissionForm(
        *args, holder_type=page.holder_type, stored_number=page.stored_number, **kwargs
    )


def _kept(request: MemberRequest) -> list[Material]:
    """Pictures that were uploaded before; those that are gone are quietly left out."""
    removed = request.POST.get("remove", "")
    wanted = dict.fromkeys(request.POST.getlist("materials")[:MAX_MATERIALS])
    with acting_as(request.actor):
        return known_materials([public_id for public_id in wanted if public_id != removed])


def _take_pictures(
    request: MemberRequest, page: SubmissionPage, form: SubmissionForm, state: _State
) -> bool:
    """Store what was chosen; whether anything was refused, which is then said in the form."""
    refused: list[FieldError] = []
    if was_cut_off(request):
        refused.append(cut_off_error("pictures"))
    kind = form.cleaned_data.get("kind") or "identity_document"
    for upload in form.cleaned_data.get("pictures", ())[:MAX_MATERIALS]:
        try:
            state.materials.append(
                store_material(
                    actor=request.actor,
                    kind=kind,
                    upload=upload,
                    profile=for_intake(page.profile),
                )
            )
        except InvalidInput as refusal:
            refused.extend(refusal.errors)
    for error in refused:
        form.show_refusal(error.field, error.message)
    return bool(refused)


def _say_of_pictures(page: SubmissionPage, form: SubmissionForm, state: _State) -> None:
    """The form itself is wrong, so that no service was asked: say at once what else will be."""
    pictures = [material.facts for material in state.materials]
    for problem in check_pictures(pictures, for_intake(page.profile)):
        form.show_refusal(problem.field, problem.message)


def _with_offer(
    request: MemberRequest, page: SubmissionPage, form: SubmissionForm, state: _State
) -> SubmissionForm | None:
    """The form with what was read in the field that `use` names; None where nothing was."""
    wanted = request.POST.get("use", "")
    if wanted not in form.fields:
        return None
    pictures = prepare_pictures(
        actor=request.actor, materials=state.materials, profile=page.profile
    )
    values = [
        offer.value for offer in offers_for(page, request.POST, pictures) if offer.field == wanted
    ]
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
    request: MemberRequest, page: SubmissionPage, form: SubmissionForm, state: _State
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
            )
    except InvalidInput as refusal:
        if refusal.code == "warnings_unconfirmed":
            state.warnings = refusal.errors
        else:
            for error in refusal.errors:
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
    state: _State,
    *,
    status: int = 200,
) -> HttpResponse:
    """Scripts get the form alone and put it in place, so that it is a 200 for them."""
    intake = for_intake(page.profile)
    context = {
        **page.context,
        "page": page,
        "panel": _run(request, page, form.typed(), state.materials, waited_for=state.waits),
        "form": form,
        "materials": state.materials,
        "warnings": state.warnings,
        "confirmed": state.confirmed,
        "formats": format_names(intake),
        "max_bytes": intake.max_bytes,
        "min_bytes": intake.min_bytes,
    }
    with acting_as(request.actor):
        if sent_by_script(request):
            return render(request, PARTIAL, context)
        return render(request, page.template_name, context, status=status)
