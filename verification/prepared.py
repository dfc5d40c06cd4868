"""Pictures with what has become of them since the upload; inside the fence."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from templates_app.rules.problems import Problem
from verification.diagnosis import Picture
from verification.materials_rules import AuthorityProfile, PictureFacts
from verification.models import Material, MaterialReading, Rendition
from verification.models.material import MaterialKind
from verification.picture_problems import not_made, not_made_in_time, not_read
from verification.picture_states import ReadingState, RenditionState
from verification.reading.as_json import from_json
from verification.reading.model import PictureReading
from verification.repairing.by_reading import required_changes, wanted_changes
from verification.repairing.changes import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One picture on its way to one authority.

    `reading` is None as long as it is not read. `unread`: it never will be, since the reader
    gave up or nobody came to read it in time. `rendition`: what is, or is being, made for the
    authority; None where nothing has been asked for. `other`: the other side, where both go into
    one picture; of the two the portrait side has the rendition, and `joined` is set on the back.
    """

    material: Material
    profile: AuthorityProfile
    reading: PictureReading | None
    unread: bool
    rendition: Rendition | None
    other: Material | None = None
    joined: bool = False

    @property
    def looked_at(self) -> bool:
        return self.reading is not None or self.unread or not settings.READ_PICTURES

    @property
    def needs_rendition(self) -> bool:
        """Whether the authority wants it otherwise than it is, as far as is known by now."""
        return self.joined or bool(self._changes_by(wanted_changes))

    @property
    def may_go_as_it_is(self) -> bool:
        """Whether the authority takes the original too, if need be: lying on its side at most."""
        return not self.joined and not self._changes_by(required_changes)

    @property
    def pending(self) -> bool:
        """Whether somebody is still working on it."""
        if not self.looked_at:
            return True
        if not self.needs_rendition:
            return False
        waits = self.rendition is None or self.rendition.state == RenditionState.WAITING
        return waits and not self._late

    @property
    def problems(self) -> list[Problem]:
        """What the picture itself has come to, apart from what it shows."""
        found = [not_read()] if self.unread else []
        made = self.rendition
        if made is None or self.joined or self.may_go_as_it_is:
            return found
        if made.state == RenditionState.IMPOSSIBLE:
            found.append(not_made(made.code))
        elif self._late:
            found.append(not_made_in_time(self._changes_by(required_changes)))
        return found

    @property
    def uploaded(self) -> Picture:
        """The picture as it was uploaded. What we change before it goes out is told by the
        pre-check and refuses nothing; what can't be changed is among `problems`."""
        row = self.material
        return Picture(row.kind, row.format, row.bytes, row.width, row.height, row.sha256)

    @property
    def ready_rendition(self) -> Rendition | None:
        """What goes out instead. While a picture is read anew, what an earlier reading asked for
        is the best that is known."""
        made = self.rendition
        wanted = self.needs_rendition or self.reading is None
        return made if made and wanted and made.state == RenditionState.READY else None

    @property
    def _late(self) -> bool:
        """Whether nobody came to make it in time: it is no longer waited for."""
        made = self.rendition
        if made is None or made.state != RenditionState.WAITING:
            return False
        return _out_of_patience(made.wanted_at)

    def _changes_by(self, rule: Callable[..., tuple[Change, ...]]) -> tuple[Change, ...]:
        sides = 2 if self.other is not None else 1
        return rule(facts_of(self.material), self.profile, self.reading, sides=sides)


def prepared(materials: Iterable[Material], profile: AuthorityProfile) -> list[Prepared]:
    """Each picture, in this order; two queries. Opens sealed readings: for detail views only."""
    wanted = list(materials)
    readings = {row.material_id: row for row in MaterialReading.objects.filter(material__in=wanted)}
    rows = Rendition.objects.filter(material__in=wanted, profile=profile.code)
    made = {(row.material_id, row.other_id): row for row in rows}
    front, back = _sides(wanted, profile)
    found = []
    for material in wanted:
        both = front is not None and material in (front, back)
        key = (front.pk, back.pk) if both and front and back else (material.pk, None)
        found.append(
            Prepared(
                material=material,
                profile=profile,
                reading=_reading(readings.get(material.pk)),
                unread=_unread(readings.get(material.pk)),
                rendition=made.get(key),
                other=back if material == front else None,
                joined=material == back,
            )
        )
    return found


def _sides(
    materials: list[Material], profile: AuthorityProfile
) -> tuple[Material | None, Material | None]:
    """Portrait side and other side, where there is one of each and the authority wants one
    picture of both."""
    fronts = [m for m in materials if m.kind == MaterialKind.IDENTITY_DOCUMENT]
    backs = [m for m in materials if m.kind == MaterialKind.IDENTITY_DOCUMENT_BACK]
    if profile.joined_sides and len(fronts) == len(backs) == 1:
        return fronts[0], backs[0]
    return None, None


def facts_of(material: Material) -> PictureFacts:
    return PictureFacts(
        format=material.format,
        bytes=material.bytes,
        width=material.width,
        height=material.height,
        sha256=material.sha256,
    )


def _reading(row: MaterialReading | None) -> PictureReading | None:
    return from_json(row.result) if row is not None and row.result is not None else None


def _unread(row: MaterialReading | None) -> bool:
    if row is None or row.state == ReadingState.READ:
        return False
    return row.state == ReadingState.GIVEN_UP or _out_of_patience(row.wanted_at)


def _out_of_patience(since: dt.datetime) -> bool:
    return since + dt.timedelta(seconds=settings.PICTURE_PATIENCE) < timezone.now()
