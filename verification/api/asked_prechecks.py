"""From a body to what is to be checked."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput
from verification.materials_rules import DEFAULT_PROFILE, get_profile
from verification.models import Material
from verification.prechecks import Form
from verification.selectors import materials_by_ids
from verification.services.accepting import refuse_repeated
from verification.services.prechecking import Asked, asked_of_form, asked_of_subject
from verification.services.subjects import Subject

from .subjects import SUBJECTS, exactly_one, named

_DOCUMENT = ("document_type", "document_number")
_ONE_OF_THREE = _("Name a template or a domain, or give a form: one of the three.")
_REQUIRED = _("This field is required.")


def asked_for(given: Mapping[str, Any]) -> Asked:
    """InvalidInput names the fields that are wrong or missing, or whose object isn't there.

    Inside the fence.
    """
    name = exactly_one(given, (*SUBJECTS, "form"), _ONE_OF_THREE)
    profile = get_profile(given["profile"]) if "profile" in given else None
    if name == "form":
        _require_document(given)
        return asked_of_form(
            typed_form(given),
            materials=_materials(given),
            profile=profile or get_profile(DEFAULT_PROFILE),
        )
    subject = {"template": None, "domain": None} | {name: named(name, given[name])}
    return asked_of_subject(
        Subject(**subject),
        document_type=given["document_type"],
        document_number=given["document_number"],
        materials=_materials(given),
        profile=profile,
    )


def typed_form(given: Mapping[str, Any]) -> Form:
    """The form of a body that `CheckedFormInput` or `PrecheckInput` has shaped."""
    typed = given["form"]
    return Form(
        holder_type=typed["registrant_type"],
        holder_name=typed["name"],
        document_type=given["document_type"],
        document_number=given["document_number"],
        issued_on=typed["issued_on"],
        expires_on=typed["expires_on"],
    )


def _require_document(given: Mapping[str, Any]) -> None:
    missing = [name for name in _DOCUMENT if not given[name]]
    if missing:
        raise InvalidInput(errors=[FieldError(name, "required", _REQUIRED) for name in missing])


def _materials(given: Mapping[str, Any]) -> list[Material]:
    materials = materials_by_ids(given["materials"])
    refuse_repeated(materials)
    return materials
