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
_WHY_UNREADABLE = frozenset(
    {
        "image_corrupt",
        "image_wrong_side",
        "image_obstructed",
        "image_low_resolution",
        "image_blurry",
        "image_incomplete",
        "document_type_mismatch",
    }
)
# With the finding that says more of the same.
_SAID_BETTER = {
    "name_mismatch": "name_is_legal_representative",
    "number_mismatch": "number_wrong_field",
}
_NUMBER_RULES = frozenset(
    {"number_length", "number_checksum", "number_confusable", "number_wrong_field"}
)
# What a check digit alone can only suppose of the slip behind it.
_GUESSES = frozenset({Kind.EXCHANGED, Kind.LAST_WOULD_BE})


def one_for_each_cause(findings: Sequence[Finding], dossier: Dossier) -> list[Finding]:
    """The findings without those that only repeat another's cause. Whatever was stopped by one
    of them stays stopped."""
    kept = _without_guesses(_without_repeated(_without_explained(findings)))
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


def _without_guesses(findings: Sequence[Finding]) -> list[Finding]:
    """Where a picture surely shows which characters differ, nothing is guessed beside it."""
    shown = any(one.code == "number_mismatch" and one.sure and one.places for one in findings)
    return [_unguessed(one) if shown and one.code == "number_checksum" else one for one in findings]


def _unguessed(finding: Finding) -> Finding:
    said = tuple(one for one in finding.evidence if one.kind not in _GUESSES)
    return replace(finding, evidence=said)


def _without_explained(findings: Sequence[Finding]) -> list[Finding]:
    """What can't be read because of something else in the same picture is that."""
    return [
        one
        for one in findings
        if one.code != "image_unreadable" or not any(_explains(why, one) for why in findings)
    ]


def _explains(why: Finding, unreadable: Finding) -> bool:
    """A cause that is only supposed stands beside a picture that is surely unreadable, and not
    for it."""
    same = {place.picture for place in why.places} & {place.picture for place in unreadable.places}
    return why.code in _WHY_UNREADABLE and bool(same) and why.blocks >= unreadable.blocks


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
