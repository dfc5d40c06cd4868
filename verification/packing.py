"""What is sent to the authority, read from the row and from the storage."""

from dataclasses import replace

from django.utils import timezone

from verification.authorities.port import AuthorityRequest, Picture
from verification.models import Submission, SubmissionMaterial
from verification.services.stored import read_material

Stored = tuple[tuple[str, str], ...]


def address(submission_id: int) -> tuple[AuthorityRequest, Stored]:
    """The request without its pictures, and (kind, storage name) of each; inside the fence."""
    row = Submission.objects.select_related("domain").get(pk=submission_id)
    request = AuthorityRequest(
        transaction_id=row.transaction_id,
        holder_type=row.holder_type,
        holder_name=row.holder_name,
        contact_name=row.contact_name,
        document_type=row.document_type,
        document_number=row.document_number,
        suffix=row.domain.suffix if row.domain else "",
        submitted_on=timezone.localdate(row.submitted_at),
        pictures=(),
    )
    links = row.submission_materials.filter(replaced=False).order_by("position")
    links = links.select_related("material", "rendition")
    joined = {link.rendition.other_id for link in links if link.rendition} - {None}
    sent = [link for link in links if link.material_id not in joined]
    return request, tuple((link.material.kind, _stored(link)) for link in sent)


def _stored(link: SubmissionMaterial) -> str:
    """What was made for this authority, else the original."""
    made = link.rendition.storage_name if link.rendition else None
    return made or link.material.storage_name


def pack(request: AuthorityRequest, stored: Stored) -> AuthorityRequest:
    """The whole request, pictures opened; outside of any transaction."""
    pictures = tuple(Picture(kind, read_material(name)) for kind, name in stored)
    return replace(request, pictures=pictures)
