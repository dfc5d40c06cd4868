"""What is wrong with the pictures themselves: files, flaws, sides, legibility (seed 002)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.catalogue.findings import FINDING_CODES
from verification.diagnosis.check_pictures import TWO_SIDED, image_low_resolution
from verification.diagnosis.dossier import DOCUMENT, Dossier, Picture
from verification.diagnosis.evidence import Evidence, Kind, evidence
from verification.diagnosis.verdict import Outcome
from verification.materials_rules import RefusalCode, refusal_message
from verification.materials_rules.profiles import READABLE_FORMATS
from verification.reading.model import SURE, Flaw, PictureReading, Side
from verification.submission_rules import PictureSize, refusal_of

from .finding import Finding, Place
from .making import make_finding
from .seen import BACK, Look, all_read, looks, read_pictures

_EXTENSIONS = {"jpg": "jpeg", "jpe": "jpeg", "jfif": "jpeg", "tif": "tiff", "heic": "heif"}
# What we mend before it is sent, with what is told of it instead of the code's title.
_CONVERTED: Mapping[RefusalCode, Promise] = {
    RefusalCode.FORMAT_UNSUPPORTED: _("The picture is converted before it is sent"),
    RefusalCode.TOO_LARGE: _("The picture is made smaller before it is sent"),
}


def file_findings(dossier: Dossier) -> list[Finding]:
    """Format, size and pixels of each picture, and what its name says of it."""
    return [
        found
        for index, picture in enumerate(dossier.pictures)
        for found in (
            *_refused(index, picture, dossier),
            *_too_few_pixels(index, picture, dossier),
            *_misnamed(index, picture, dossier),
        )
    ]


def seen_findings(dossier: Dossier) -> list[Finding]:
    """What reading the pictures showed of them."""
    found = []
    for index, kind, reading in read_pictures(dossier):
        if reading.failure in FINDING_CODES:
            said = _failure(reading)
            found.append(make_finding(reading.failure, dossier, *said, places=[Place(index)]))
        elif not reading.failure:
            found += _flaws(Look(index, kind, reading), dossier)
    return [*found, *_wrong_side(dossier)]


def _refused(index: int, picture: Picture, dossier: Dossier) -> list[Finding]:
    """By the profile's limits; what we convert before it is sent is told only."""
    size = PictureSize(kind=picture.kind, format=picture.format, bytes=picture.bytes)
    refusal = refusal_of(size, dossier.profile)
    if refusal is None:
        return []
    code, params = refusal
    said, place = _limits(code, picture, dossier), (Place(index),)
    if code in _CONVERTED and picture.format in READABLE_FORMATS:
        converted = (*said, evidence(Kind.WE_CONVERT))
        return [
            Finding(
                code=code,
                level="info",
                field="materials",
                evidence=converted,
                places=place,
                message=_CONVERTED[code],
            )
        ]
    return [
        Finding(
            code=code,
            level="block",
            field="materials",
            evidence=said,
            places=place,
            message=refusal_message(code, params),
        )
    ]


def _limits(code: RefusalCode, picture: Picture, dossier: Dossier) -> tuple[Evidence, ...]:
    profile = dossier.profile
    if code is RefusalCode.TOO_SMALL:
        limits = {"bytes": picture.bytes, "min_bytes": profile.min_bytes}
        return (evidence(Kind.PICTURE_TOO_SMALL, **limits),)
    if code is RefusalCode.TOO_LARGE:
        limits = {"bytes": picture.bytes, "max_bytes": profile.max_bytes}
        return (evidence(Kind.PICTURE_TOO_LARGE, **limits),)
    formats = list(profile.extensions)
    return (evidence(Kind.FORMAT_REFUSED, format=picture.format, formats=formats),)


def _too_few_pixels(index: int, picture: Picture, dossier: Dossier) -> list[Finding]:
    if picture.kind != DOCUMENT or not picture.width or not picture.height:
        return []
    judged = image_low_resolution(replace(dossier, pictures=(picture,)))
    if judged.outcome is not Outcome.CONFIRMED:
        return []
    place = Place(index)
    return [make_finding("image_low_resolution", dossier, *judged.evidence, places=[place])]


def _misnamed(index: int, picture: Picture, dossier: Dossier) -> list[Finding]:
    name = picture.extension.lower().lstrip(".")
    if not (name and picture.format) or _EXTENSIONS.get(name, name) == picture.format:
        return []
    said = evidence(Kind.EXTENSION_DIFFERS, extension=name, format=picture.format)
    return [make_finding("image_extension_mismatch", dossier, said, places=[Place(index)])]


def _failure(reading: PictureReading) -> tuple[Evidence, ...]:
    corrupt = reading.failure == RefusalCode.CORRUPT
    return (evidence(Kind.CANT_BE_OPENED),) if corrupt else ()


def _flaws(look: Look, dossier: Dossier) -> Iterable[Finding]:
    """One finding for each kind of flaw, at its surest.

    The authority compares name, number and portrait: a flaw refuses where these stand. Of the
    other side of a card, and of supporting papers, it is worth a look only.
    """
    secondary = look.kind not in (DOCUMENT, BACK) or (look.is_back and _has_front(dossier))
    by_code: dict[str, list[Flaw]] = {}
    for flaw in look.reading.flaws:
        if flaw.code in FINDING_CODES:
            by_code.setdefault(flaw.code, []).append(flaw)
    for code, flaws in by_code.items():
        worst = max(flaws, key=lambda flaw: flaw.confidence)
        boxes = [Place(look.index, box) for flaw in flaws for box in flaw.boxes]
        yield make_finding(
            code,
            dossier,
            _measured(worst),
            sure=worst.confidence >= SURE,
            softened=secondary,
            places=boxes or [Place(look.index)],
        )


def _measured(flaw: Flaw) -> Evidence:
    if flaw.code == "image_unreadable":
        return evidence(Kind.HARDLY_MADE_OUT)
    if not flaw.unit:
        return evidence(Kind.SEEN_IN_PICTURE)
    return evidence(Kind.MEASURED, measure=flaw.measure, limit=flaw.limit, unit=flaw.unit)


def _has_front(dossier: Dossier) -> bool:
    return any(not look.is_back for look in looks(dossier))


def _wrong_side(dossier: Dossier) -> list[Finding]:
    """Only the side without the portrait, of a card that was surely recognised."""
    seen = looks(dossier)
    backs = [look for look in seen if look.document.side is Side.BACK]
    if dossier.document_type not in TWO_SIDED or not backs or len(backs) < len(seen):
        return []
    if not all_read(dossier) or any(r.failure for _, _, r in read_pictures(dossier)):
        return []
    said = evidence(Kind.OTHER_SIDE_ONLY, type=dossier.document_type)
    sure = all(look.document.confidence >= SURE for look in backs)
    place = Place(backs[0].index)
    return [make_finding("image_wrong_side", dossier, said, sure=sure, places=[place])]
