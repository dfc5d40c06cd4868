"""The pictures of a submission once new ones have come: which are sent, which are only kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verification.asking.items import item_of
from verification.models import Material, MoreItem, Submission, SubmissionMaterial
from verification.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Pictures:
    """`used` in their order, the new ones unsaved; `kept` were replaced, now or before."""

    used: tuple[SubmissionMaterial, ...]
    kept: tuple[SubmissionMaterial, ...]

    @property
    def materials(self) -> list[Material]:
        return [link.material for link in self.used]


def pictures_after(
    row: Submission, items: Sequence[MoreItem], brought: Mapping[int, Material]
) -> Pictures:
    """`brought` by the item's primary key. Who takes another's place stands where that stood,
    the others come last."""
    links = list(row.submission_materials.select_related("material").order_by("position"))
    used = [link for link in links if not link.replaced]
    kept = [link for link in links if link.replaced]
    for item in items:
        if item.pk not in brought:
            continue
        link = SubmissionMaterial(
            account_id=row.account_id, submission=row, material=brought[item.pk]
        )
        at = _place_of(item, used)
        kept.extend(used[at : at + 1])
        used[at : at + 1] = [link]
    return Pictures(tuple(used), tuple(kept))


def keep_pictures(pictures: Pictures, made: Sequence[Prepared]) -> None:
    """Write them. What is sent may change for a picture that stays, too: two sides of a
    document become one picture."""
    for link, picture in zip(pictures.used, made, strict=True):
        link.rendition = picture.ready_rendition
    for link in pictures.kept:
        link.replaced = True
    links = (*pictures.used, *pictures.kept)
    for position, link in enumerate(links):
        link.position = position
    known = [link for link in links if link.pk is not None]
    SubmissionMaterial.objects.bulk_update(known, ["rendition", "replaced", "position"])
    SubmissionMaterial.objects.bulk_create(link for link in links if link.pk is None)


def _place_of(item: MoreItem, used: Sequence[SubmissionMaterial]) -> int:
    about = item.about_id if item_of(item.what).replaces else None
    places = (at for at, link in enumerate(used) if link.material_id == about)
    return next(places, len(used))
