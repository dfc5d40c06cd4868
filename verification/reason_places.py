"""Where a reviewer saw a reason: which pictures, which fields, in words and with the way there."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from verification.failure_types import ReasonPlace
from verification.field_names import FIELD_NAMES
from verification.finding_fields import PICTURES
from verification.fix_places import field_url
from verification.models import Submission, SubmissionMaterial

# The numbers of a submission's pictures by their ids, from 1, in the order that pages show.
Numbers = Mapping[str, int]


def picture_numbers(submissions: Iterable[Submission]) -> dict[int, Numbers]:
    """Of each by its primary key; one query, and none where no place names a picture."""
    named = [row.pk for row in submissions if any(one["picture"] for one in row.reason_places)]
    if not named:
        return {}
    links = SubmissionMaterial.objects.filter(submission__in=named, replaced=False)
    found: dict[int, dict[str, int]] = {}
    for link in links.select_related("material").order_by("position"):
        numbers = found.setdefault(link.submission_id, {})
        numbers[link.material.public_id] = len(numbers) + 1
    return dict(found)


def places_of(submission: Submission, code: str, numbers: Numbers) -> list[ReasonPlace]:
    """The places of one reason, in the active language; none where it is about the whole."""
    return [
        ReasonPlace(
            picture=one["picture"] or None,
            field=one["field"] or None,
            text=say_place(numbers.get(one["picture"]), one["picture"], one["field"]),
            fix_url=field_url(one["field"] or PICTURES, submission),
        )
        for one in submission.reason_places
        if one["code"] == code and (one["picture"] or one["field"])
    ]


def say_place(number: int | None, picture: str, field: str) -> str:
    """ "picture 2, Document number"; a picture without a number is "a picture"."""
    parts = []
    if number:
        parts.append(_("picture %(number)d") % {"number": number})
    elif picture:
        parts.append(_("a picture"))
    if field:
        parts.append(str(FIELD_NAMES.get(field, field)))
    return _(", ").join(parts)


def kept_places(submission: Submission) -> list[str]:
    """As a notice keeps them, without an id: `code|number|field`."""
    numbers = picture_numbers([submission]).get(submission.pk, {})
    return [
        f"{one['code']}|{numbers.get(one['picture'], '')}|{one['field']}"
        for one in submission.reason_places
    ]


def said_places(kept: Iterable[str], code: str) -> str:
    """Those of one reason in words; "" where it is about the whole."""
    parts = [one.split("|") for one in kept]
    said = [
        say_place(int(number) if number else None, "", field)
        for of_code, number, field in parts
        if of_code == code
    ]
    return _("; ").join(dict.fromkeys(filter(None, said)))
