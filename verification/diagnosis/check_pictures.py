"""What the pictures' facts tell; what is seen in them is told by their findings (seed 002)."""

from collections.abc import Callable
from functools import partial

from verification.materials_rules import RefusalCode
from verification.materials_rules.inspect import MIN_LONG_SIDE, MIN_SHORT_SIDE
from verification.submission_rules import PictureSize, refusal_of

from .dossier import Dossier, Picture
from .evidence import Evidence, Kind, evidence
from .verdict import Verdict, confirmed, does_not_apply, ruled_out, unknown

# Long side in pixels at which the smallest print can be read: a card of 86 mm at 300 dpi; a
# certificate, A4 or larger, at 200 dpi on its short side.
_ENOUGH_FOR_CARD = 1000
_ENOUGH_FOR_CERTIFICATE = 1600
# Documents with a portrait side and another.
TWO_SIDED = frozenset({"SFZ", "GAJMTX", "TWJMTX", "WJLSFZ", "GAJZZ", "TWJZZ"})


def material_missing(dossier: Dossier) -> Verdict:
    if not dossier.documents:
        return confirmed(evidence(Kind.NO_PICTURE))
    return ruled_out(evidence(Kind.PICTURES_SENT, count=len(dossier.documents)))


def image_format_unsupported(dossier: Dossier) -> Verdict:
    refused = _refused(dossier, RefusalCode.FORMAT_UNSUPPORTED)
    accepted = list(dossier.profile.extensions)
    if refused:
        found = evidence(Kind.FORMAT_REFUSED, format=refused[0].format, formats=accepted)
        return confirmed(found)
    formats = sorted({picture.format for picture in dossier.pictures})
    return _unless_none(dossier, ruled_out(evidence(Kind.FORMAT_ACCEPTED, formats=formats)))


def image_too_small(dossier: Dossier) -> Verdict:
    refused = _refused(dossier, RefusalCode.TOO_SMALL)
    if refused:
        limit = dossier.profile.min_bytes
        return confirmed(evidence(Kind.PICTURE_TOO_SMALL, bytes=refused[0].bytes, min_bytes=limit))
    return _unless_none(dossier, ruled_out(_within(dossier)))


def image_too_large(dossier: Dossier) -> Verdict:
    refused = _refused(dossier, RefusalCode.TOO_LARGE)
    if refused:
        limit = dossier.profile.max_bytes
        return confirmed(evidence(Kind.PICTURE_TOO_LARGE, bytes=refused[0].bytes, max_bytes=limit))
    return _unless_none(dossier, ruled_out(_within(dossier)))


def image_corrupt(dossier: Dossier) -> Verdict:
    """Whatever is stored was decoded to its last line when it was uploaded."""
    return _unless_none(dossier, ruled_out(evidence(Kind.OPENED_WHOLE)))


def image_extension_mismatch(dossier: Dossier) -> Verdict:
    """Names are not passed on: a picture is sent as what its content is."""
    return _unless_none(dossier, ruled_out(evidence(Kind.STORED_BY_CONTENT)))


def image_low_resolution(dossier: Dossier) -> Verdict:
    pictures = dossier.documents
    if not pictures:
        return ruled_out(evidence(Kind.NO_PICTURE))
    smallest = min(pictures, key=lambda picture: max(picture.width, picture.height))
    enough = _ENOUGH_FOR_CARD if dossier.is_person else _ENOUGH_FOR_CERTIFICATE
    long_side = max(smallest.width, smallest.height)
    pixels = {"width": smallest.width, "height": smallest.height}
    if long_side >= enough:
        return ruled_out(evidence(Kind.ENOUGH_PIXELS, **pixels))
    few = evidence(Kind.FEW_PIXELS, **pixels, enough=enough)
    if long_side < MIN_LONG_SIDE or min(smallest.width, smallest.height) < MIN_SHORT_SIDE:
        return confirmed(few)
    return unknown(few, likelihood=0.8)


def image_wrong_side(dossier: Dossier) -> Verdict:
    if dossier.document_type not in TWO_SIDED:
        return does_not_apply(Kind.NOT_FOR_THIS_DOCUMENT)
    return _seen(dossier, likelihood=0.3)


def _seen(dossier: Dossier, *, likelihood: float) -> Verdict:
    """What can only be seen in the picture."""
    return _unless_none(dossier, unknown(likelihood=likelihood))


def seen(likelihood: float) -> Callable[[Dossier], Verdict]:
    return partial(_seen, likelihood=likelihood)


def _unless_none(dossier: Dossier, verdict: Verdict) -> Verdict:
    return verdict if dossier.pictures else ruled_out(evidence(Kind.NO_PICTURE))


def _refused(dossier: Dossier, code: RefusalCode) -> list[Picture]:
    return [picture for picture in dossier.pictures if _refusal(picture, dossier) == code]


def _refusal(picture: Picture, dossier: Dossier) -> RefusalCode | None:
    size = PictureSize(kind=picture.kind, format=picture.format, bytes=picture.bytes)
    refusal = refusal_of(size, dossier.profile)
    return refusal[0] if refusal else None


def _within(dossier: Dossier) -> Evidence:
    sizes = [picture.bytes for picture in dossier.pictures] or [0]
    limits = {"min_bytes": dossier.profile.min_bytes, "max_bytes": dossier.profile.max_bytes}
    return evidence(Kind.SIZE_WITHIN, smallest_bytes=min(sizes), largest_bytes=max(sizes), **limits)
