"""Reasons that the pre-check's findings speak for, each with its place (pure)."""

from collections.abc import Iterable, Mapping, Sequence

from verification.catalogue.model import Reason
from verification.finding_fields import FIELDS, PICTURES
from verification.precheck.finding import Finding

Place = tuple[str, str]


def suggest_reasons(
    findings: Iterable[Finding], known: Mapping[str, Reason], pictures: Sequence[str]
) -> dict[str, list[Place]]:
    """Codes of `known` by what the catalogue names as their likeliest cause, with (picture,
    field); what blocks comes first. `pictures`: the ids of those that are sent, in their order.
    """
    found: dict[str, list[Place]] = {}
    judged = [finding for finding in findings if finding.level != "info"]
    for finding in sorted(judged, key=lambda one: not one.blocks):
        code = _reason_for(finding.code, known)
        if code:
            places = found.setdefault(code, [])
            places += [one for one in _places(finding, pictures) if one not in places]
    return found


def _reason_for(cause: str, known: Mapping[str, Reason]) -> str:
    """The reason with the fewest other causes, among those that name this one first."""
    likeliest = [one for one in known.values() if one.causes and one.causes[0] == cause]
    named = likeliest or [one for one in known.values() if cause in one.causes]
    return min(named, key=lambda one: len(one.causes)).code if named else ""


def _places(finding: Finding, pictures: Sequence[str]) -> list[Place]:
    if finding.field != PICTURES:
        return [("", finding.field if finding.field in FIELDS else "")]
    seen = [place.picture for place in finding.places if place.picture < len(pictures)]
    return [(pictures[index], "") for index in dict.fromkeys(seen)] or [("", "")]
