"""One cause, said once: of findings that follow from one another, the one that says why."""

from collections.abc import Sequence
from dataclasses import replace

from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Kind
from verification.reading.model import Field

from .documents import shown_instead
from .finding import Finding
from .numbers import agrees, plain_number
from .seen import Seen

# Why a value can't be read.
_WHY_UNREADABLE = (
    "image_corrupt",
    "image_wrong_side",
    "image_obstructed",
    "image_low_resolution",
    "image_blurry",
    "image_incomplete",
    "document_type_mismatch",
)
# With the finding that says more of the same.
_SAID_BETTER = {
    "name_mismatch": "name_is_legal_representative",
    "number_mismatch": "number_wrong_field",
}
_NUMBER_RULES = frozenset(
    {"number_length", "number_checksum", "number_confusable", "number_wrong_field"}
)


def one_for_each_cause(findings: Sequence[Finding], dossier: Dossier) -> list[Finding]:
    """The findings without those that only repeat another's cause. Whatever was stopped by one
    of them stays stopped."""
    kept = _without_repeated(_unreadable_explained(findings))
    if _is_right_number_of_other_type(kept, dossier):
        kept = [one for one in kept if one.code not in _NUMBER_RULES]
    return kept


def _without_repeated(findings: Sequence[Finding]) -> list[Finding]:
    better = {one.code: one for one in findings if one.code in _SAID_BETTER.values()}
    return [
        one
        for one in findings
        if not (said := better.get(_SAID_BETTER.get(one.code, ""))) or one.blocks > said.blocks
    ]


def _unreadable_explained(findings: Sequence[Finding]) -> list[Finding]:
    """What can't be read because of a flaw that was found is that flaw: surely so, where the
    reading alone would have refused the picture."""
    unreadable = next((one for one in findings if one.code == "image_unreadable"), None)
    if unreadable is None:
        return list(findings)
    why = [one for one in findings if _explains(one, unreadable)]
    if not why:
        return list(findings)
    rest = [one for one in findings if one is not unreadable]
    if unreadable.blocks and not any(one.blocks for one in why):
        first = min(why, key=lambda one: _WHY_UNREADABLE.index(one.code))
        rest[rest.index(first)] = _both(first, unreadable)
    return rest


def _explains(finding: Finding, unreadable: Finding) -> bool:
    about = unreadable.picture
    same = about is not None and finding.picture in (None, about)
    return finding.code in _WHY_UNREADABLE and same


def _both(flaw: Finding, unreadable: Finding) -> Finding:
    seen = [one for one in flaw.evidence if one.kind is not Kind.PLEASE_CHECK]
    said = (*seen, *unreadable.evidence)
    return replace(flaw, level="block", sure=True, evidence=said)


def _is_right_number_of_other_type(findings: Sequence[Finding], dossier: Dossier) -> bool:
    """Whether only the chosen type is wrong: the number is that of the document shown."""
    shown = shown_instead(dossier)
    wrong = any(one.code == "document_type_mismatch" and one.blocks for one in findings)
    if shown is None or not wrong:
        return False
    value = shown.document.values.get(Field.NUMBER)
    if value is None:
        return False
    read = Seen(value, shown)
    typed = plain_number(replace(dossier, document_type=shown.document.type)).text
    return read.sure and agrees(shown.document.type, typed, read)
