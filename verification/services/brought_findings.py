"""What the pre-check says of pictures that come while a submission is with the reviewers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from templates_app.rules.numbers import normalise_number
from verification.finding_fields import PICTURES
from verification.materials_rules import get_profile
from verification.models import Submission
from verification.precheck.finding import Finding
from verification.prechecks import Form, precheck
from verification.prepared import Prepared

from .documents import Document


def document_of(row: Submission) -> Document:
    """The document as it was submitted."""
    return Document(row.document_type, normalise_number(row.document_number or ""))


def findings_in(
    row: Submission, pictures: Sequence[Prepared], *, new: Mapping[int, str]
) -> tuple[Finding, ...]:
    """What is wrong with the new pictures, or with all of them together; nothing where none is
    new. `new` has the field of each by its material's primary key.

    What a picture says otherwise than the form only warns: the form can't be changed now, and a
    reviewer looks at it next. What no authority takes, or nobody can read, blocks as ever.
    """
    if not new:
        return ()
    document = document_of(row)
    form = Form(
        holder_type=row.holder_type,
        holder_name=row.holder_name,
        contact_name=row.contact_name,
        document_type=document.type,
        document_number=document.number,
        template=row.template,
        domain=row.domain,
    )
    checked = precheck(form, profile=get_profile(row.profile), pictures=pictures)
    ids = [picture.material.pk for picture in pictures]
    fields = {at: new[pk] for at, pk in enumerate(ids) if pk in new}
    return tuple(_placed(found, fields) for found in checked.findings if _concerns(found, fields))


def _concerns(found: Finding, fields: Mapping[int, str]) -> bool:
    if found.places:
        return any(place.picture in fields for place in found.places)
    return found.field == PICTURES


def _placed(found: Finding, fields: Mapping[int, str]) -> Finding:
    if found.field == PICTURES:
        own = (fields[place.picture] for place in found.places if place.picture in fields)
        return replace(found, field=next(own, "answers"))
    return replace(found, level="warn", sure=False) if found.blocks else found
