"""Asking for a picture as an authority takes it; inside the fence."""

from collections.abc import Iterable

from django.utils import timezone

from registrar.jobs import hurry_on_commit
from verification.materials_rules import AuthorityProfile
from verification.models import Material, Rendition
from verification.picture_tasks import render_stored_picture
from verification.prepared import Prepared, prepared


def want_renditions(materials: Iterable[Material], profile: AuthorityProfile) -> None:
    """See to it that each picture that has been looked at, and that `profile` doesn't take as
    it is, is made into one that it takes."""
    pictures = prepared(materials, profile)
    looked_at = {picture.material.pk for picture in pictures if picture.looked_at}
    for picture in pictures:
        missing = picture.needs_rendition and picture.rendition is None and not picture.joined
        parts = {picture.material.pk} | ({picture.other.pk} if picture.other else set())
        if missing and parts <= looked_at:
            _create(picture, profile)


def _create(picture: Prepared, profile: AuthorityProfile) -> None:
    material = picture.material
    row, created = Rendition.objects.get_or_create(
        material=material,
        other=picture.other,
        profile=profile.code,
        defaults={"account_id": material.account_id, "due_at": timezone.now()},
    )
    if created:
        hurry_on_commit(render_stored_picture, row.pk, row.account_id)
