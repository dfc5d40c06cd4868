"""Reading materials and submissions; inside the fence."""

from collections.abc import Sequence

from django.db.models import OuterRef, QuerySet, Subquery

from domains.models import Domain
from registrar import public_ids
from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.tenancy.lookups import find_by_public_id
from templates_app.models import InfoTemplate
from verification.models import (
    Material,
    MaterialReading,
    Rendition,
    Submission,
    SubmissionMaterial,
)
from verification.models.material import MaterialState
from verification.picture_states import ReadingState, RenditionState
from verification.reading.as_json import from_json
from verification.states import SubmissionState

NEWEST = ("-created_at", "-id")
# Of pictures: by the index that every tenant table has.
LATEST = ("-id",)

# Columns that no list shows: opening a sealed number costs time and tells more than is asked.
_HEAVY = ("document_number", "note_to_staff")


def submissions() -> QuerySet[Submission]:
    """All that the asker may see, with template and domain, without the sealed number."""
    rows: QuerySet[Submission] = Submission.objects.select_related("template", "domain")
    return rows.defer(*_HEAVY, "template__document_number")


def find_submission(public_id: str) -> Submission:
    """NotFound when there is none in this account."""
    return find_by_public_id(submissions(), public_id)


def find_rendition(public_id: str) -> Rendition:
    """A picture as it is sent, once it is made; NotFound otherwise."""
    rows = Rendition.objects.filter(
        state=RenditionState.READY, material__state=MaterialState.READY
    ).select_related("material")
    return find_by_public_id(rows, public_id)


def find_material(public_id: str) -> Material:
    """A picture that is still there; NotFound otherwise."""
    return find_by_public_id(Material.objects.filter(state=MaterialState.READY), public_id)


def materials_with_readings() -> QuerySet[Material]:
    """Every picture with `reading_state`: how far it has been read, None where nobody reads it."""
    state = MaterialReading.objects.filter(material=OuterRef("pk")).values("state")[:1]
    return Material.objects.annotate(reading_state=Subquery(state))


def known_materials(wanted: Sequence[str]) -> list[Material]:
    """Those that are still there, in this order; one query, whatever the ids are."""
    uids = [public_ids.decode(Material.id_prefix, text) for text in wanted]
    rows = Material.objects.filter(uid__in=filter(None, uids), state=MaterialState.READY)
    found = {row.uid: row for row in rows}
    return [found[uid] for uid in dict.fromkeys(uids) if uid in found]


def unused_materials(wanted: Sequence[str]) -> list[Material]:
    """Those that are still there and belong to no submission, in this order."""
    found = known_materials(wanted)
    sent = SubmissionMaterial.objects.filter(material__in=found).values_list("material", flat=True)
    used = set(sent)
    return [material for material in found if material.pk not in used]


def materials_by_ids(wanted: Sequence[str]) -> list[Material]:
    """The materials in this order; InvalidInput names the first that isn't there. One query."""
    found = {material.public_id: material for material in known_materials(wanted)}
    for position, text in enumerate(wanted):
        if text not in found:
            error = FieldError(f"materials.{position}", "not_found", NotFound.message)
            raise InvalidInput(errors=[error])
    return [found[text] for text in wanted]


def turn_of(material: Material) -> int | None:
    """Degrees clockwise that bring the picture upright; None where it has not been read."""
    row = MaterialReading.objects.filter(material=material, state=ReadingState.READ).first()
    return from_json(row.result).turned if row is not None and row.result else None


def materials_of(submission: Submission) -> list[Material]:
    """The pictures as they are sent, in their order; without those that others replaced."""
    links = submission.submission_materials.filter(replaced=False).order_by("position")
    links = links.select_related("material")
    return [link.material for link in links]


def latest_for(
    *, template: InfoTemplate | None = None, domain: Domain | None = None
) -> Submission | None:
    """The newest submission of a template or of a domain (exactly one is given)."""
    rows = (
        submissions().filter(domain=domain) if domain else submissions().filter(template=template)
    )
    return rows.order_by("-id").first()


def latest_failed_for(domain: Domain) -> Submission | None:
    """The submission that a failed domain failed with."""
    rows = submissions().filter(domain=domain, state=SubmissionState.FAILED)
    return rows.order_by("-id").first()


def recent_for(domain: Domain, *, limit: int = 10) -> list[Submission]:
    """The domain's newest submissions."""
    return list(submissions().filter(domain=domain).order_by("-id")[:limit])
