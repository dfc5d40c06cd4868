"""Reading materials and submissions; inside the fence."""

from collections.abc import Sequence

from django.db.models import QuerySet

from domains.models import Domain
from registrar import public_ids
from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.tenancy.lookups import find_by_public_id
from templates_app.models import InfoTemplate
from verification.models import Material, Submission
from verification.models.material import MaterialState
from verification.states import SubmissionState

NEWEST = ("-created_at", "-id")

# Columns that no list shows: opening a sealed number costs time and tells more than is asked.
_HEAVY = ("document_number", "note_to_staff")


def submissions() -> QuerySet[Submission]:
    """All that the asker may see, with template and domain, without the sealed number."""
    rows: QuerySet[Submission] = Submission.objects.select_related("template", "domain")
    return rows.defer(*_HEAVY, "template__document_number")


def find_submission(public_id: str) -> Submission:
    """NotFound when there is none in this account."""
    return find_by_public_id(submissions(), public_id)


def find_material(public_id: str) -> Material:
    """A picture that is still there; NotFound otherwise."""
    return find_by_public_id(Material.objects.filter(state=MaterialState.READY), public_id)


def materials_by_ids(wanted: Sequence[str]) -> list[Material]:
    """The materials in this order; InvalidInput names the first that isn't there. One query."""
    uids = [public_ids.decode(Material.id_prefix, text) for text in wanted]
    living = Material.objects.filter(state=MaterialState.READY)
    rows = {row.uid: row for row in living.filter(uid__in=[uid for uid in uids if uid])}
    for position, uid in enumerate(uids):
        if uid not in rows:
            error = FieldError(f"materials.{position}", "not_found", NotFound.message)
            raise InvalidInput(errors=[error])
    return [rows[uid] for uid in uids]


def materials_of(submission: Submission) -> list[Material]:
    """The pictures as they were sent, in their order."""
    links = submission.submission_materials.select_related("material").order_by("position")
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
