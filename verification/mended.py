"""What was changed in a stored picture for an authority."""

from verification.materials_rules import PictureFacts
from verification.models import Rendition
from verification.prepared import Prepared, facts_of
from verification.repairing.changes import Change
from verification.repairing.repaired import Repaired


def mended_of(picture: Prepared) -> Repaired | None:
    """What goes out in its place, without the bytes; None where it goes as it is, or where
    nothing is made yet. Of two sides that become one picture, only the portrait side's."""
    made = picture.ready_rendition
    if made is None or picture.joined:
        return None
    sides = [picture.material, *([picture.other] if picture.other else [])]
    before, after = tuple(map(facts_of, sides)), _facts(made)
    return Repaired(
        content=b"",
        before=before,
        after=after,
        changes=tuple(Change(name) for name in made.changes),
        scale=max(after.width, after.height) / max(before[0].width, before[0].height, 1),
    )


def _facts(made: Rendition) -> PictureFacts:
    return PictureFacts(
        format=made.format,
        bytes=made.bytes,
        width=made.width,
        height=made.height,
        sha256=made.sha256,
    )
