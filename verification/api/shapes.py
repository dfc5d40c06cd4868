"""What the API shows of materials and submissions."""

from typing import Any

from registrar.tenancy.actor import Actor
from verification.failure_types import Failure
from verification.failures import failure_of, failure_outline
from verification.languages import current_language
from verification.models import Material, MaterialReading, Submission
from verification.telling import may_see_what_was_read

from .more_shapes import more_shape


def material_shape(material: Material) -> dict[str, Any]:
    """Never the file itself, nor where it is kept, nor what was read in it. One query."""
    reading = MaterialReading.objects.filter(material=material).values_list("state", flat=True)
    return _material(material, reading.first())


def listed_material_shape(material: Material) -> dict[str, Any]:
    """The same for a row of `materials_with_readings`, without a query."""
    return _material(material, material.reading_state)  # type: ignore[attr-defined]


def _material(material: Material, reading: str | None) -> dict[str, Any]:
    return {
        "id": material.public_id,
        "kind": material.kind,
        "format": material.format,
        "bytes": material.bytes,
        "width": material.width,
        "height": material.height,
        "sha256": material.sha256,
        "state": material.state,
        "reading": reading,
        "created_at": material.created_at,
    }


def submission_shape(submission: Submission, actor: Actor) -> dict[str, Any]:
    """The number masked, notes for staff left out; `failure` diagnosed, in the asked language."""
    failure = failure_shape(submission, actor)
    return _without_failure(submission) | {"failure": failure}


def failure_shape(submission: Submission, actor: Actor) -> Failure | None:
    """Diagnosed; evidence from the pictures as far as the actor may see what was read there."""
    return failure_of(submission, current_language(), with_read=may_see_what_was_read(actor))


def submission_row(submission: Submission) -> dict[str, Any]:
    """The same for a list, where no cause is checked: that would open every sealed number."""
    outline = failure_outline(submission, current_language())
    return _without_failure(submission) | {"failure": outline}


def _without_failure(submission: Submission) -> dict[str, Any]:
    links = submission.submission_materials.all()
    return {
        "id": submission.public_id,
        "template": submission.template.public_id if submission.template else None,
        "domain": submission.domain.name if submission.domain else None,
        "attempt": submission.attempt,
        "state": submission.shown_state.value,
        "profile": submission.profile,
        "holder_type": submission.holder_type,
        "holder_name": submission.holder_name,
        "document_type": submission.document_type,
        "document_number": submission.number_masked,
        "materials": [link.material.public_id for link in links if not link.replaced],
        "confirmed_warnings": list(submission.confirmed_warnings),
        "submitted_at": submission.submitted_at,
        "expected_on": submission.expected_on,
        "expected_provisional": submission.expected_provisional,
        "sent_at": submission.sent_at,
        "received_at": submission.received_at,
        "ended_at": submission.ended_at,
        "more": more_shape(submission),
    }
