"""Pictures: judged, sealed and stored; shown only to those who may see them, and logged.

Both functions enter the fence themselves, since they speak to the storage: call them outside
of any transaction (`own_transactions`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

import structlog
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import FieldError, InvalidInput, NotFound, NotPermitted, Unavailable
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.materials_rules import (
    AuthorityProfile,
    PictureFacts,
    PictureRefused,
    RefusalCode,
    inspect_picture,
    refusal_message,
)
from verification.materials_rules.reading import read_within_limits
from verification.models import Material
from verification.models.material import MaterialKind, MaterialState

from .reading import want_readings
from .reviewers import require_reviewer
from .stored import new_storage_name, read_material, row_for_file, save_material

Upload = BinaryIO | UploadedFile

log = structlog.get_logger(__name__)


def store_material(
    *,
    actor: Actor,
    kind: str,
    upload: Upload,
    profile: AuthorityProfile,
    read: bool = True,
    dry_run: bool = False,
    then: Callable[[Material], object] | None = None,
) -> Material:
    """Keep one uploaded picture: a sealed file and a row, or neither.

    It is read at once, or without `read` when somebody asks for it (services.preparing). At most
    the profile's limit is taken. In a `dry_run` the storage is left alone, and whoever rehearses
    undoes the row. `then` ends the row's transaction: where it raises, nothing is kept.

    Raises NotPermitted, or InvalidInput with the codes of materials_rules (`image_too_large`,
    `image_corrupt`, …) for the field `file`, or Unavailable when the storage does not answer.
    """
    require(actor, Permission.MATERIALS_WRITE)
    if actor.account_id is None:
        raise NotPermitted
    if kind not in MaterialKind.values:
        message = _("Allowed values: %(values)s.") % {"values": ", ".join(MaterialKind.values)}
        raise InvalidInput(errors=[FieldError("kind", "invalid_choice", message)])
    content, facts = _inspected(upload, profile)
    with _file_of(actor, content, dry_run=dry_run) as name:
        material = _write_row(actor, actor.account_id, kind, name, facts)
        want_readings([material] if read else [])
        if then is not None:
            then(material)
    return material


def open_material(*, actor: Actor, material: Material, reason: str) -> bytes:
    """The picture itself. That it was looked at, and why, is logged before it is opened.

    Members need `materials:read`, staff the right to decide submissions. NotFound when the
    picture was erased, Unavailable when the storage does not have it or does not answer.
    """
    if actor.is_staff:
        require_reviewer(actor)
    else:
        require(actor, Permission.MATERIALS_READ)
    with acting_as(actor):
        row = Material.objects.filter(pk=material.pk, state=MaterialState.READY).first()
        if row is None:
            raise NotFound
        record(actor=actor, action="material.viewed", about=row, reason=reason)
    with storage_needed():
        return read_material(row.storage_name)


@contextmanager
def _file_of(actor: Actor, content: bytes, *, dry_run: bool) -> Iterator[str]:
    """The name of the file, in the transaction that writes its row."""
    if dry_run:
        with acting_as(actor):
            yield new_storage_name()
        return
    with storage_needed():
        name = save_material(content)
    with row_for_file(actor, name):
        yield name


def _inspected(upload: Upload, profile: AuthorityProfile) -> tuple[bytes, PictureFacts]:
    try:
        content = read_within_limits(cast(BinaryIO, upload), profile)
        return content, inspect_picture(content, profile)
    except PictureRefused as refusal:
        raise _refused(refusal) from None
    except MemoryError:
        # Another picture may be the one that filled it, but a smaller one would have gone in.
        log.warning("picture_too_large_for_memory")
        raise _refused(PictureRefused(RefusalCode.TOO_LARGE, reason="memory")) from None


def _refused(refusal: PictureRefused) -> InvalidInput:
    message = refusal_message(refusal.code, refusal.params)
    error = FieldError("file", str(refusal.code), message)
    return InvalidInput("picture_refused", message, errors=[error])


@contextmanager
def storage_needed() -> Iterator[None]:
    """Unavailable, logged, for whatever the storage has to complain of inside."""
    try:
        yield
    except (OSError, BotoCoreError, ClientError) as error:
        log.exception("material_storage_failed", error=type(error).__name__)
        raise Unavailable from error


def _write_row(
    actor: Actor, account_id: int, kind: str, name: str, facts: PictureFacts
) -> Material:
    material = Material(
        account_id=account_id,
        kind=kind,
        format=facts.format,
        bytes=facts.bytes,
        width=facts.width,
        height=facts.height,
        sha256=facts.sha256,
        storage_name=name,
        uploaded_by=actor.label[:128],
    )
    material.save(force_insert=True)
    after = {"kind": kind, "format": facts.format, "bytes": facts.bytes}
    record(actor=actor, action="material.uploaded", about=material, after=after)
    return material
