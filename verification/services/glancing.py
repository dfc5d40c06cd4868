"""Pictures in small: a preview, or the place that a finding is about.

Enters the fence itself, since it speaks to the storage: call it outside of any transaction.
"""

import datetime as dt

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import NotFound
from registrar.oplog.lately import did_lately
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.models import Material, Rendition
from verification.models.material import MaterialState

from .materials import storage_needed
from .stored import read_material

# A page shows many parts of one picture, and shows them again: one entry tells as much. Who has
# just uploaded it has it in hand.
_ONE_LOOK = dt.timedelta(hours=1)
_LOOKS = ("material.uploaded", "material.viewed")


def glance_at_picture(*, actor: Actor, picture: Material | Rendition) -> bytes:
    """The picture, of which a page shows a part or a small copy, or what is sent of it.

    Logged as `material.viewed` about the uploaded picture, once an hour for each person and
    picture; whoever uploaded it within the hour leaves no entry. Members need `materials:read`.
    NotFound when it was erased, Unavailable when the storage does not answer.
    """
    require(actor, Permission.MATERIALS_READ)
    material_id = picture.material_id if isinstance(picture, Rendition) else picture.pk
    with acting_as(actor):
        row = Material.objects.filter(pk=material_id, state=MaterialState.READY).first()
        if row is None or not picture.storage_name:
            raise NotFound
        if not did_lately(actor=actor, actions=_LOOKS, about=row, within=_ONE_LOOK):
            record(actor=actor, action="material.viewed", about=row, reason="console")
    with storage_needed():
        return read_material(picture.storage_name)
