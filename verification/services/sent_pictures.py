"""A picture as an authority gets it, for a reviewer.

Enters the fence itself, since it speaks to the storage: call it outside of any transaction.
"""

from registrar.errors import NotFound
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.models import Rendition
from verification.models.material import MaterialState
from verification.picture_states import RenditionState

from .materials import storage_needed
from .reviewers import require_reviewer
from .stored import read_material


def open_sent_picture(*, actor: Actor, rendition: Rendition, reason: str) -> bytes:
    """What is sent instead of the original. That it was looked at, and why, is logged about the
    original before it is opened.

    NotPermitted for whoever may not decide, NotFound when it or its original was erased,
    Unavailable when the storage does not have it or does not answer.
    """
    require_reviewer(actor)
    with acting_as(actor):
        rows = Rendition.objects.filter(pk=rendition.pk, state=RenditionState.READY)
        row = rows.select_related("material").first()
        if row is None or row.material.state != MaterialState.READY or not row.storage_name:
            raise NotFound
        record(actor=actor, action="material.viewed", about=row.material, reason=reason)
    with storage_needed():
        return read_material(row.storage_name)
