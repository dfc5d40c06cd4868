"""A pre-check in plain values and in one language: what the API and the command say alike."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Language
from verification.diagnosis import Dossier
from verification.precheck.finding import Finding
from verification.precheck.seen import Seen, best, looks
from verification.precheck.wording import say_finding
from verification.prechecks import Precheck
from verification.reading.model import Box, Field
from verification.repairing.repaired import Repaired
from verification.repairing.wording import say_change
from verification.telling import without_read_values

# The form's names for what it asks; everything else is called as the reading calls it.
_OF_THE_FORM = {Field.NUMBER: "document_number"}
TYPE = "document_type"


def precheck_shape(
    found: Precheck[Any],
    *,
    names: Sequence[str],
    mended: Sequence[Repaired | None],
    language: Language,
    with_read: bool,
) -> dict[str, Any]:
    """`names` are what the pictures are called, `mended` what became of each, in the order of
    the dossier. Without `with_read` nothing is said of what the pictures say."""
    findings = found.findings if with_read else map(without_read_values, found.findings)
    return {
        "status": "pending" if found.pending else "done",
        "profile": found.dossier.profile.code,
        "ready": found.ready,
        "findings": [finding_shape(finding, names, language) for finding in findings],
        "read": read_shape(found.dossier, names) if with_read else None,
        "mended": [
            _mended(name, repaired, language)
            for name, repaired in zip(names, mended, strict=True)
            if repaired is not None
        ],
    }


def finding_shape(finding: Finding, names: Sequence[str], language: Language) -> dict[str, Any]:
    known, said = FINDING_CODES.get(finding.code), say_finding(finding, language)
    return {
        "code": finding.code,
        "level": finding.level,
        "field": finding.field,
        "sure": finding.sure,
        "title": known.title.pick(language) if known else said.message,
        "message": said.message,
        "evidence": said.evidence,
        "evidence_data": [
            {"kind": str(one.kind), "params": dict(one.params)} for one in finding.evidence
        ],
        "fix": said.fix,
        "retake": said.retake.text.pick(language) if said.retake else None,
        "places": [
            {"picture": names[place.picture], "box": _box(place.box)} for place in finding.places
        ],
    }


def read_shape(dossier: Dossier, names: Sequence[str]) -> dict[str, Any]:
    """Each value as it was read most surely; empty where nothing was read."""
    shown = _type(dossier, names)
    for field in Field:
        seen = best(dossier, field)
        if seen is not None:
            shown[_OF_THE_FORM.get(field, str(field))] = _value(seen, names)
    return shown


def _type(dossier: Dossier, names: Sequence[str]) -> dict[str, Any]:
    told = [look for look in looks(dossier) if look.document.type]
    if not told:
        return {}
    surest = max(told, key=lambda look: look.document.confidence)
    return {
        TYPE: {
            "text": surest.document.type,
            "confidence": round(surest.document.confidence, 4),
            "picture": names[surest.index],
            "box": None,
        }
    }


def _value(seen: Seen, names: Sequence[str]) -> dict[str, Any]:
    return {
        "text": seen.text,
        "confidence": round(seen.value.confidence, 4),
        "picture": names[seen.look.index],
        "box": _box(seen.value.box),
    }


def _mended(name: str, repaired: Repaired, language: Language) -> dict[str, Any]:
    return {
        "picture": name,
        "changes": [
            {"code": str(change), "message": say_change(change, repaired).pick(language)}
            for change in repaired.changes
        ],
        "format": repaired.format,
        "bytes": repaired.after.bytes,
        "width": repaired.width,
        "height": repaired.height,
    }


def _box(box: Box | None) -> dict[str, float] | None:
    return {name: round(at, 4) for name, at in asdict(box).items()} if box else None
