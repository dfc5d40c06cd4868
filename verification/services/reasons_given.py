"""The reasons that a reviewer gives, with their places: what counts, and what can't be."""

from collections.abc import Sequence
from dataclasses import asdict

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput
from verification.catalogue.catalogue import reasons
from verification.finding_fields import FIELDS
from verification.models import Submission

from .decision_rows import ReasonAt

# More places tell nobody more; twenty pictures with a handful of reasons each are below it.
MOST_PLACES = 100


def checked_reasons(submission: Submission, given: Sequence[ReasonAt]) -> tuple[ReasonAt, ...]:
    """Each once, in the order given; a reason of the whole goes where it has a place as well.

    InvalidInput (field `reasons`) where none is left, where one is not of the catalogue, or
    where its place is no picture of this submission, or no field. One query.
    """
    found = tuple(dict.fromkeys(given))
    pictures = _pictures(submission) if any(one.picture for one in found) else frozenset()
    errors = [error for one in found for error in _wrong_with(one, pictures)]
    if not found or len(found) > MOST_PLACES:
        errors = [FieldError("reasons", "invalid_choice", _CHOOSE)]
    if errors:
        raise InvalidInput(errors=errors)
    placed = {one.code for one in found if one.picture or one.field}
    return tuple(one for one in found if one.picture or one.field or one.code not in placed)


def codes_in(given: Sequence[ReasonAt]) -> list[str]:
    return list(dict.fromkeys(one.code for one in given))


def as_places(given: Sequence[ReasonAt]) -> list[dict[str, str]]:
    """As Submission.reason_places keeps them."""
    return [asdict(one) for one in given]


def from_places(kept: Sequence[dict[str, str]]) -> tuple[ReasonAt, ...]:
    """What `as_places` has kept."""
    return tuple(ReasonAt(**one) for one in kept)


_CHOOSE = _("Choose at least one reason from the catalogue.")
_NO_PICTURE = _("This picture does not belong to the submission, or was replaced.")
_NO_FIELD = _("There is no such field.")


def _wrong_with(one: ReasonAt, pictures: frozenset[str]) -> list[FieldError]:
    errors = []
    if one.code not in reasons():
        errors.append(FieldError("reasons", "invalid_choice", _CHOOSE))
    if one.picture and one.picture not in pictures:
        errors.append(FieldError("reasons", "unknown_picture", _NO_PICTURE))
    if one.field and one.field not in FIELDS:
        errors.append(FieldError("reasons", "unknown_field", _NO_FIELD))
    return errors


def _pictures(submission: Submission) -> frozenset[str]:
    links = submission.submission_materials.filter(replaced=False).select_related("material")
    return frozenset(link.material.public_id for link in links)
