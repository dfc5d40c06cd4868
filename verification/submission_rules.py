"""What must be right before anything is sent to an authority (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from templates_app.rules.document_types import check_document_type
from templates_app.rules.names import check_contact_name, check_holder_name
from templates_app.rules.numbers import check_number
from templates_app.rules.problems import Problem, in_field
from verification.materials_rules import AuthorityProfile, RefusalCode, refusal_message
from verification.materials_rules.profile_model import Brackets

MAX_MATERIALS = 6
_DOCUMENT = "identity_document"

# A refusal's code, and the parameters of its message.
Refusal = tuple[RefusalCode, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class PictureSize:
    """What is known of a stored picture: its kind, real format, and size in bytes."""

    kind: str
    format: str
    bytes: int


@dataclass(frozen=True, kw_only=True)
class Application:
    """A submission as it would be sent."""

    holder_type: str
    holder_name: str
    contact_name: str
    document_type: str
    document_number: str
    pictures: Sequence[PictureSize]
    profile: AuthorityProfile
    restrictions: Sequence[Problem] = ()  # what the lists say of holder, contact and number


def check_application(application: Application) -> list[Problem]:
    """Everything wrong with it, each problem with its field; empty when nothing is.

    Problems that block refuse the submission, warnings are to be confirmed by the user.
    """
    return [
        *_check_document(application),
        *_check_names(application),
        *application.restrictions,
        *check_pictures(application.pictures, application.profile),
    ]


def _check_document(application: Application) -> list[Problem]:
    kind = application.document_type
    unsuitable = check_document_type(application.holder_type, kind)
    if unsuitable:
        return in_field("document_type", unsuitable)
    return in_field("document_number", check_number(kind, application.document_number))


def _check_names(application: Application) -> list[Problem]:
    holder = check_holder_name(
        application.holder_type,
        application.holder_name,
        document_type=application.document_type,
        half_width_brackets=application.profile.brackets is Brackets.HALF_WIDTH,
    )
    contact = check_contact_name(application.contact_name) if application.contact_name else []
    return [*in_field("holder_name", holder), *in_field("contact_name", contact)]


def check_pictures(pictures: Sequence[PictureSize], profile: AuthorityProfile) -> list[Problem]:
    """What is wrong with the pictures alone, whatever else may be."""
    found = [p for picture in pictures for p in _check_picture(picture, profile)]
    if not any(picture.kind == _DOCUMENT for picture in pictures):
        message = _("Upload a picture of the identity document.")
        found.append(Problem(code="material_missing", level="block", message=message))
    if len(pictures) > MAX_MATERIALS:
        too_many = _("At most %(limit)d pictures can be sent.") % {"limit": MAX_MATERIALS}
        found.append(Problem(code="too_many_materials", level="block", message=too_many))
    return in_field("materials", found)


def refusal_of(picture: PictureSize, profile: AuthorityProfile) -> Refusal | None:
    """What the profile has against a picture, with the numbers behind it: the first of format,
    upper and lower limit that it breaks. The profile may be another one than at the upload."""
    if picture.format not in profile.formats:
        return RefusalCode.FORMAT_UNSUPPORTED, {"accepted": sorted(profile.formats)}
    if picture.bytes > profile.max_bytes:
        limits = {"bytes": picture.bytes, "max_bytes": profile.max_bytes}
        return RefusalCode.TOO_LARGE, limits
    if picture.bytes < profile.min_bytes:
        limits = {"bytes": picture.bytes, "min_bytes": profile.min_bytes}
        return RefusalCode.TOO_SMALL, limits
    return None


def _check_picture(picture: PictureSize, profile: AuthorityProfile) -> list[Problem]:
    refusal = refusal_of(picture, profile)
    if refusal is None:
        return []
    code, params = refusal
    return [Problem(code=str(code), level="block", message=refusal_message(code, params))]
