"""What was read surely and may be taken into the form with one click."""

from collections.abc import Sequence
from dataclasses import dataclass

from templates_app.names_of import document_type_name
from templates_app.rules.numbers import normalise_number
from verification.diagnosis.evidence import Kind
from verification.precheck.documents import shown_instead
from verification.precheck.finding import Finding
from verification.precheck.seen import best
from verification.prechecks import Precheck
from verification.prepared import Prepared
from verification.reading.model import SURE, Field

from .pictures import PlaceShown, place_shown


@dataclass(frozen=True, slots=True)
class Offer:
    """A form's field, the value that it would take, and how it reads."""

    field: str
    value: str
    shown: str
    place: PlaceShown | None


def offers_of(
    checked: Precheck[Prepared], *, document_number: str, types: Sequence[str]
) -> list[Offer]:
    """Sure readings that differ from what is in the form, at most one for each field.

    They come from the same picture as the finding that compares the field, and never from
    supporting papers. `types` are those that the form has: another one can't be taken. No number
    of another type of document is offered, and none of another holder's.
    """
    found = [_type(checked, types), _number(checked, document_number)]
    return [offer for offer in found if offer is not None]


def _type(checked: Precheck[Prepared], types: Sequence[str]) -> Offer | None:
    shown = shown_instead(checked.dossier)
    document = shown.document if shown else None
    if document is None or document.type not in types or document.confidence < SURE:
        return None
    return Offer("document_type", document.type, document_type_name(document.type), None)


def _number(checked: Precheck[Prepared], typed: str) -> Offer | None:
    seen = best(checked.dossier, Field.NUMBER)
    if seen is None or not seen.sure or normalise_number(seen.text) == normalise_number(typed):
        return None
    if shown_instead(checked.dossier) or _is_another_holders(checked.findings):
        return None
    place = place_shown(checked.pictures[seen.look.index], seen.value.box)
    return Offer("document_number", seen.text, seen.text, place)


def _is_another_holders(findings: Sequence[Finding]) -> bool:
    """Whether the document seems to be somebody else's: its name is surely another one and not
    the typed one with a slip, or its name differs and its number is another one altogether."""
    other_number = any(
        said.kind is Kind.NUMBER_FAR_OFF for finding in findings for said in finding.evidence
    )
    return any(
        other_number or (finding.sure and not _is_slip(finding))
        for finding in findings
        if finding.code == "name_mismatch" and finding.level != "info"
    )


def _is_slip(name: Finding) -> bool:
    """Whether single characters of the name differ, or it was shortened: the holder is the same."""
    return any(
        said.params.get("positions") or said.kind is Kind.ABBREVIATED for said in name.evidence
    )
