"""What the submission form holds beside its fields: pictures, and what was confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass

from registrar.accounts.requests import MemberRequest
from registrar.errors import FieldError, InvalidInput
from registrar.tenancy.context import acting_as
from registrar.uploads import was_cut_off
from verification.forms import SubmissionForm
from verification.materials_rules import AuthorityProfile, for_intake
from verification.models import Material
from verification.pictures import cut_off_error
from verification.selectors import known_materials
from verification.services.materials import store_material
from verification.submission_rules import MAX_MATERIALS, check_pictures

_MOST_CONFIRMED = 50


@dataclass(slots=True)
class FormState:
    """`confirmed` came with `seen`, which tells of which findings they spoke. `asks`: warnings
    are to be confirmed. `waits`: it was handed in too early."""

    materials: list[Material]
    confirmed: Sequence[str] = ()
    seen: str = ""
    asks: bool = False
    waits: bool = False


def state_of(request: MemberRequest) -> FormState:
    """What came with the form."""
    return FormState(
        materials=kept_pictures(request),
        confirmed=request.POST.getlist("confirmed_warnings")[:_MOST_CONFIRMED],
        seen=request.POST.get("warnings_seen", ""),
    )


def kept_pictures(request: MemberRequest) -> list[Material]:
    """Pictures that were uploaded before; those that are gone are quietly left out."""
    removed = request.POST.get("remove", "")
    wanted = dict.fromkeys(request.POST.getlist("materials")[:MAX_MATERIALS])
    with acting_as(request.actor):
        return known_materials([public_id for public_id in wanted if public_id != removed])


def take_pictures(
    request: MemberRequest, profile: AuthorityProfile, form: SubmissionForm, state: FormState
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
                    profile=for_intake(profile),
                )
            )
        except InvalidInput as refusal:
            refused.extend(refusal.errors)
    for error in refused:
        form.show_refusal(error.field, error.message)
    return bool(refused)


def say_of_pictures(profile: AuthorityProfile, form: SubmissionForm, state: FormState) -> None:
    """The form itself is wrong, so that no service was asked: say at once what else will be."""
    pictures = [material.facts for material in state.materials]
    for problem in check_pictures(pictures, for_intake(profile)):
        form.show_refusal(problem.field, problem.message)
