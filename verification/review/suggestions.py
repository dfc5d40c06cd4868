"""Reasons that the pre-check's findings speak for, each with its place (pure)."""

from collections.abc import Iterable, Mapping, Sequence

from verification.catalogue.model import Reason
from verification.diagnosis.evidence import Kind
from verification.finding_fields import FIELDS, PICTURES, field_of
from verification.precheck.finding import Finding

Place = tuple[str, str]

# What only an authority learns from the registers that it asks: no reviewer sees it in form and
# picture, so that these come last.
_OF_REGISTERS = frozenset(
    {
        "electronic_check_failed",
        "police_record_mismatch",
        "registry_query_mismatch",
        "authority_upload_failed",
    }
)
_POLICE = "police_record_mismatch"
# Where the catalogue's causes alone lead to a reason that says something else, or to none.
_FITTING: Mapping[str, str] = {
    "name_mismatch": "registrant_name_mismatch",
    "name_contains_space": "identity_fields_malformed",
    "name_language_mismatch": "identity_fields_malformed",
    "number_checksum": "number_mismatch",
    "number_not_halfwidth": "number_mismatch",
    "image_corrupt": "image_unrecognisable",
    "image_wrong_side": "materials_incomplete",
}
# Why nothing can be read in a picture: the reason is that then.
_UNREADABLE = "image_unreadable"
_UNCLEAR = frozenset({"image_blurry", "image_low_resolution", "image_watermarked"})
_UNCLEAR_REASON = "materials_unclear"
# No picture shows that one is missing.
_MISSING = "material_missing"


def suggest_reasons(
    findings: Iterable[Finding],
    known: Mapping[str, Reason],
    pictures: Sequence[str],
    *,
    holder_type: str,
    document_type: str,
) -> dict[str, list[Place]]:
    """Codes of `known` by what fits each finding best, with (picture, field); what blocks comes
    first, and of that a wrong holder before the wrong number that follows from it. `pictures`:
    the ids of those that are sent, in their order.
    """
    resident = holder_type == "individual" and document_type == "SFZ"
    fit = {code: one for code, one in known.items() if resident or code != _POLICE}
    found: dict[str, list[Place]] = {}
    judged = [finding for finding in findings if finding.level != "info"]
    unclear = {place.picture for one in judged if one.code in _UNCLEAR for place in one.places}
    for finding in sorted(judged, key=_order):
        code = _reason_for(finding, fit, unclear)
        if code:
            places = found.setdefault(code, [])
            places += [one for one in _places(finding, pictures) if one not in places]
    return found


def default_place(reason: Reason, pictures: Sequence[str]) -> Place:
    """Where a reason that nothing speaks for most likely is: one about pictures in the only
    picture there is, anything else nowhere in particular."""
    cause = reason.causes[0] if reason.causes else ""
    about_pictures = field_of(cause) == PICTURES and cause != _MISSING
    return (pictures[0], "") if about_pictures and len(pictures) == 1 else ("", "")


def _order(finding: Finding) -> tuple[bool, bool]:
    return not finding.blocks, finding.code != "name_mismatch"


def _reason_for(finding: Finding, known: Mapping[str, Reason], unclear: set[int]) -> str:
    """What fits by the table, else the reason with the fewest other causes, among those that
    name this one first; reasons of registers only where there is no other."""
    cause = finding.code
    if cause == _UNREADABLE and _is_unclear(finding, unclear):
        return _UNCLEAR_REASON
    if (fitting := _FITTING.get(cause, "")) in known:
        return fitting
    named = [one for one in known.values() if cause in one.causes]
    seen = [one for one in named if one.code not in _OF_REGISTERS] or named
    likeliest = [one for one in seen if one.causes[0] == cause] or seen
    return min(likeliest, key=lambda one: len(one.causes)).code if likeliest else ""


def _is_unclear(finding: Finding, unclear: set[int]) -> bool:
    """Whether it is the print that can't be made out, and not something that wasn't found."""
    faint = any(said.kind is Kind.HARDLY_MADE_OUT for said in finding.evidence)
    return faint or any(place.picture in unclear for place in finding.places)


def _places(finding: Finding, pictures: Sequence[str]) -> list[Place]:
    """Each picture that it is seen in, beside the form's field, where it is about one."""
    about = finding.field if finding.field in FIELDS and finding.field != PICTURES else ""
    seen = [place.picture for place in finding.places if place.picture < len(pictures)]
    if not seen and finding.field == PICTURES and finding.code != _MISSING and len(pictures) == 1:
        seen = [0]
    return [(pictures[index], about) for index in dict.fromkeys(seen)] or [("", about)]
