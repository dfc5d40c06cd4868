"""Asking for a picture as an authority takes it; inside the fence."""

from collections.abc import Iterable

from django.utils import timezone

from registrar.jobs import hurry_on_commit
from registrar.transitions import move
from verification.materials_rules import AuthorityProfile
from verification.models import Material, Rendition
from verification.picture_tasks import work_on_picture
from verification.prepared import Prepared, prepared

from .picture_queue import may_be_revived, queue_anew
from .rendition_rows import broke_down


def want_renditions(materials: Iterable[Material], profile: AuthorityProfile) -> None:
    """See to it that each picture that has been looked at, and that `profile` doesn't take as
    it is, is made into one that it takes; again, where the maker broke down a while ago."""
    # In one order, so that two who ask for the same pictures don't lock each other out.
    pictures = prepared(sorted(materials, key=lambda material: material.pk), profile)
    looked_at = {picture.material.pk for picture in pictures if picture.looked_at}
    for picture in pictures:
        needed = picture.needs_rendition and not picture.joined
        parts = {picture.material.pk} | ({picture.other.pk} if picture.other else set())
        if needed and parts <= looked_at:
            _want(picture, profile)


def _want(picture: Prepared, profile: AuthorityProfile) -> None:
    if picture.rendition is None:
        _create(picture, profile)
    elif _to_be_revived(picture.rendition):
        _start_anew(picture.rendition.pk)


def _create(picture: Prepared, profile: AuthorityProfile) -> None:
    material = picture.material
    _row, created = Rendition.objects.get_or_create(
        material=material,
        other=picture.other,
        profile=profile.code,
        defaults={"account_id": material.account_id, "due_at": timezone.now()},
    )
    if created:
        hurry_on_commit(work_on_picture)


def _start_anew(rendition_id: int) -> None:
    row = Rendition.objects.select_for_update().get(pk=rendition_id)
    if not _to_be_revived(row):
        return
    row.code = ""
    queue_anew(row)
    move(row.start_anew)
    row.save()
    hurry_on_commit(work_on_picture)


def _to_be_revived(row: Rendition) -> bool:
    return broke_down(row) and may_be_revived(row)
