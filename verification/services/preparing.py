"""Getting pictures ready for an authority: read, and made into what it takes."""

import time
from collections.abc import Sequence

from django.conf import settings

from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.materials_rules import AuthorityProfile
from verification.models import Material
from verification.prepared import Prepared, prepared

from .reading import want_readings
from .rendering import want_renditions

_GLANCE = 0.3


def prepare_pictures(
    *, actor: Actor, materials: Sequence[Material], profile: AuthorityProfile
) -> list[Prepared]:
    """Ask for what is still missing, and say how far each picture is.

    Enters the fence itself: what is asked for must stand even where the caller then refuses.
    """
    with acting_as(actor):
        want_readings(materials)
        want_renditions(materials, profile)
    with acting_as(actor):
        return prepared(materials, profile)


def wait_for_pictures(
    *, actor: Actor, materials: Sequence[Material], profile: AuthorityProfile
) -> list[Prepared]:
    """The same, once nothing is pending or PICTURE_WAIT seconds are over; outside of any
    transaction."""
    until = time.monotonic() + settings.PICTURE_WAIT
    while True:
        pictures = prepare_pictures(actor=actor, materials=materials, profile=profile)
        if time.monotonic() >= until or not any(picture.pending for picture in pictures):
            return pictures
        time.sleep(_GLANCE)
