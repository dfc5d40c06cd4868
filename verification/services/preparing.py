"""Getting pictures ready for an authority: read, and made into what it takes."""

import threading
import time
from collections.abc import Sequence

from django.conf import settings

from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.materials_rules import AuthorityProfile
from verification.models import Material, MaterialReading, Rendition
from verification.prepared import Prepared, prepared

from .reading import want_readings
from .rendering import want_renditions

_GLANCE = 0.3
# Those who wait hold a thread each: the others are for whoever doesn't.
_MOST_WAITERS = 2
_WAITERS = threading.BoundedSemaphore(_MOST_WAITERS)

_States = tuple[tuple[tuple[int, str], ...], ...]


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
    *,
    actor: Actor,
    materials: Sequence[Material],
    profile: AuthorityProfile,
    dry_run: bool = False,
) -> list[Prepared]:
    """The same, once nothing is pending or PICTURE_WAIT seconds are over; outside of any
    transaction. At once where others of this process wait already, and in a `dry_run`: nobody
    works on what it asks for."""
    pictures = prepare_pictures(actor=actor, materials=materials, profile=profile)
    if dry_run or not _pending(pictures) or not _WAITERS.acquire(blocking=False):
        return pictures
    try:
        return _waited_for(pictures, actor=actor, materials=materials, profile=profile)
    finally:
        _WAITERS.release()


def _waited_for(
    pictures: list[Prepared],
    *,
    actor: Actor,
    materials: Sequence[Material],
    profile: AuthorityProfile,
) -> list[Prepared]:
    until = time.monotonic() + settings.PICTURE_WAIT
    seen: _States | None = None
    while _pending(pictures) and time.monotonic() < until:
        time.sleep(_GLANCE)
        states = _states(actor, materials, profile)
        if states != seen:
            seen = states
            pictures = prepare_pictures(actor=actor, materials=materials, profile=profile)
    return pictures


def _pending(pictures: Sequence[Prepared]) -> bool:
    return any(picture.pending for picture in pictures)


def _states(actor: Actor, materials: Sequence[Material], profile: AuthorityProfile) -> _States:
    """How far each is, without opening what was read."""
    with acting_as(actor):
        readings = MaterialReading.objects.filter(material__in=materials)
        made = Rendition.objects.filter(material__in=materials, profile=profile.code)
        return tuple(
            tuple(rows.order_by("pk").values_list("pk", "state")) for rows in (readings, made)
        )
