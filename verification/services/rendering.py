"""Asking for a picture as an authority takes it; inside the fence."""

from collections.abc import Iterable

from django.utils import timezone

from registrar.jobs import hurry_on_commit
from verification.materials_rules import AuthorityProfile
from verification.models import Material, Rendition
from verification.picture_tasks import render_stored_picture
from verification.prepared import prepared


def want_renditions(materials: Iterable[Material], profile: AuthorityProfile) -> None:
    """See to it that each picture that has been looked at, and that `profile` doesn't take as
    it is, is made into one that it takes."""
    for picture in prepared(materials, profile):
        if picture.looked_at and picture.needs_rendition and picture.rendition is None:
            _create(picture.material, profile)


def _create(material: Material, profile: AuthorityProfile) -> None:
    row, created = Rendition.objects.get_or_create(
        material=material,
        other=None,
        profile=profile.code,
        defaults={"account_id": material.account_id, "due_at": timezone.now()},
    )
    if created:
        hurry_on_commit(render_stored_picture, row.pk, row.account_id)
