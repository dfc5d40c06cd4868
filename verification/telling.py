"""What is told of pictures to those who may not see them (pure).

Whoever lacks `materials:read` learns that something is wrong, in which field and picture and
what to do about it, but nothing of what is printed in the picture or where it stands.
"""

from collections.abc import Iterable
from dataclasses import replace

from registrar.accounts.permissions import Permission
from registrar.tenancy.actor import Actor
from verification.diagnosis import Dossier
from verification.diagnosis.evidence import without_what_was_read
from verification.precheck.finding import Finding, Place


def may_see_what_was_read(actor: Actor) -> bool:
    """The right to what was read is that to the picture itself."""
    return actor.may(Permission.MATERIALS_READ)


def told(findings: Iterable[Finding], actor: Actor) -> tuple[Finding, ...]:
    """The findings as this actor is told them."""
    if may_see_what_was_read(actor):
        return tuple(findings)
    return tuple(without_read_values(finding) for finding in findings)


def without_read_values(finding: Finding) -> Finding:
    """The finding as it is told without that right. What the form alone shows stays whole."""
    if not finding.places:
        return finding
    pictures = dict.fromkeys(place.picture for place in finding.places)
    return replace(
        finding,
        evidence=without_what_was_read(finding.evidence),
        places=tuple(Place(picture) for picture in pictures),
    )


def without_picture_evidence(dossier: Dossier) -> Dossier:
    """The dossier for a diagnosis as it is told without that right: the same verdicts."""
    found = dossier.picture_findings
    if found is None:
        return dossier
    untold = {
        code: replace(one, evidence=without_what_was_read(one.evidence))
        for code, one in found.items()
    }
    return replace(dossier, picture_findings=untold)
