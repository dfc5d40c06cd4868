"""The typed number beside the document's (seed 001 questions 1.2 and 4, seed 002)."""

from collections.abc import Sequence
from dataclasses import dataclass

from templates_app.rules.comparing import Difference, align
from templates_app.rules.comparing.alignment import exchanged
from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.numbers import normalise_number
from templates_app.rules.numbers.confusable import TWIN
from templates_app.rules.numbers.facts import number_facts
from templates_app.rules.numbers.registration_number import (
    REGISTRATION_LAYOUT,
    registration_number_holds,
)
from templates_app.rules.numbers.standards import has_free_form
from templates_app.rules.numbers.typed import read_typed
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Evidence, Kind, evidence
from verification.reading.model import SURE, Field

from .finding import Finding
from .making import make_finding
from .seen import Seen, best

# Evidence of a number holds single characters: more would give the number away.
_MOST_SHOWN = 4
_CREDIT_CODE_LENGTH = 18
_ORGANISATION_CODE = slice(8, 17)
# Below, two numbers agree by chance.
_SHORTEST = 6
_REISSUE = 2
_TRAVEL_PERMITS = frozenset({"GAJMTX", "TWJMTX"})
_PASSPORT, _MRZ = "HZ", "mrz"


@dataclass(frozen=True, slots=True)
class Plain:
    """A number without spaces, width, hyphens and copy suffix; `places[i]` is where character
    i stands in the number as it was typed or read, from 1."""

    text: str
    places: tuple[int, ...]


def number_findings(dossier: Dossier) -> list[Finding]:
    """What is wrong with the number, as far as a picture tells it."""
    typed, read = plain_number(dossier), best(dossier, Field.NUMBER)
    if not typed.text or (read and agrees(dossier.document_type, typed.text, read)):
        return []
    other = _other_number(dossier, typed.text)
    if read and other is None:
        other = _instead_of_code(dossier, typed.text, read)
    if other:
        return [other]
    return [_mismatch(dossier, typed, read)] if read else []


def plain_number(dossier: Dossier) -> Plain:
    """The typed number, plain."""
    return plain_of(dossier.number, dossier.document_type)


def agrees(kind: str, typed: str, read: Seen) -> bool:
    """Whether the plain typed number is the one that was read.

    Travel permits may be written with or without the two digits of their reissue. An
    organisation code is right in itself beside the credit code that holds it: only the chosen
    type is wrong then.
    """
    wanted = plain_of(read.text, kind).text
    if typed == wanted:
        return True
    if kind in _TRAVEL_PERMITS:
        longer, shorter = sorted((typed, wanted), key=len, reverse=True)
        return len(longer) == len(shorter) + _REISSUE and longer.startswith(shorter)
    return kind == "ORG" and _inner_code(wanted) == typed


def number_as_typed(dossier: Dossier) -> Seen | None:
    """The number that was surely read, where it is the typed one."""
    seen, typed = best(dossier, Field.NUMBER), plain_number(dossier).text
    same = seen is not None and seen.sure and agrees(dossier.document_type, typed, seen)
    return seen if same else None


def _other_number(dossier: Dossier, typed: str) -> Finding | None:
    """Another of the paper's numbers, typed where the identity number belongs."""
    if len(typed) < _SHORTEST:
        return None
    for kind, seen, text in _others(dossier):
        if text == typed:
            said = evidence(Kind.OTHER_NUMBER_OF_DOCUMENT, number_kind=kind)
            return make_finding(
                "number_wrong_field", dossier, said, sure=seen.sure, places=[seen.place]
            )
    return None


def _instead_of_code(dossier: Dossier, typed: str, read: Seen) -> Finding | None:
    """A right registration number, which newer licences don't print, for the credit code."""
    code = plain_of(read.text, dossier.document_type).text
    old = len(typed) == len(REGISTRATION_LAYOUT) and registration_number_holds(typed)
    if dossier.is_person or not old or len(code) != _CREDIT_CODE_LENGTH:
        return None
    said = evidence(Kind.OTHER_NUMBER, number_kind="registration_number")
    sure = read.sure and number_facts(_kind_shown(dossier, read), code).accepted
    return make_finding("number_wrong_field", dossier, said, sure=sure, places=[read.place])


def _others(dossier: Dossier) -> list[tuple[str, Seen, str]]:
    found = []
    for kind, field in (
        ("registration_number", Field.REGISTRATION_NUMBER),
        ("serial", Field.SERIAL),
    ):
        seen = best(dossier, field)
        if seen:
            found.append((kind, seen, plain_of(seen.text, dossier.document_type).text))
    number = best(dossier, Field.NUMBER)
    if number and dossier.document_type != "ORG":
        plain = plain_of(number.text, dossier.document_type).text
        found.append(("organisation_code", number, _inner_code(plain)))
    return found


def _inner_code(number: str) -> str:
    """The organisation code in a credit code (GB 32100), "" in any other number."""
    return number[_ORGANISATION_CODE] if len(number) == _CREDIT_CODE_LENGTH else ""


def _mismatch(dossier: Dossier, typed: Plain, read: Seen) -> Finding:
    printed = plain_of(read.text, dossier.document_type)
    found = align(typed.text, printed.text)
    said = _evidence(dossier, typed, found)
    misread = _is_misreading(dossier, typed.text, printed.text, read)
    if misread:
        said.append(evidence(Kind.MISREAD_LIKELY))
    sure = (
        not misread
        and _may_refuse(dossier, printed.text, read, found)
        and (_proves_itself(dossier, printed.text, read) or _read_surely(printed, read, found))
    )
    return make_finding("number_mismatch", dossier, *said, sure=sure, places=[read.place])


def _read_surely(printed: Plain, read: Seen, found: Sequence[Difference]) -> bool:
    return all(read.sure_at(printed.places[d.expected_at] - 1) for d in found if d.expected)


def _proves_itself(dossier: Dossier, printed: str, read: Seen) -> bool:
    """Whether the check digit holds and at most one character was read with doubt: the check
    digits of GB 11643, GB 11714 and GB 32100 find any one wrong character."""
    facts = number_facts(_kind_shown(dossier, read), printed)
    doubts = sum(sure < SURE for sure in read.value.characters)
    return facts.form == "checked" and facts.accepted and doubts <= 1


def _is_misreading(dossier: Dossier, typed: str, printed: str, read: Seen) -> bool:
    """Whether the typed number's check holds where that of the one read does not."""
    mine = number_facts(dossier.document_type, typed)
    theirs = number_facts(_kind_shown(dossier, read), printed)
    checked = mine.form == "checked" and theirs.form == "checked"
    return checked and mine.accepted and not theirs.accepted


def _may_refuse(dossier: Dossier, printed: str, read: Seen, found: Sequence[Difference]) -> bool:
    """Whether the reading is good enough to speak against what was typed.

    A number with a check digit proves itself. Without one, look-alikes may be the reading's
    own, and passports speak by their machine-readable zone only, which has check digits
    (ICAO 9303 part 3, section 4.9).
    """
    facts = number_facts(_kind_shown(dossier, read), printed)
    if facts.form == "checked":
        return read.sure and facts.accepted
    alike = all(TWIN.get(one.typed) == one.expected for one in found)
    if dossier.document_type == _PASSPORT or facts.form == "free":
        return read.sure and read.look.document.variant == _MRZ
    return read.sure and facts.accepted and not alike


def _kind_shown(dossier: Dossier, read: Seen) -> str:
    return read.look.document.type or dossier.document_type


def _evidence(dossier: Dossier, typed: Plain, found: tuple[Difference, ...]) -> list[Evidence]:
    if len(found) > _MOST_SHOWN:
        return [evidence(Kind.NUMBER_FAR_OFF, count=len(found))]
    positions = [_position(one, typed, dossier.number) for one in found]
    said = [evidence(Kind.NUMBER_ON_DOCUMENT, positions=positions)]
    for pair in exchanged(found):
        places = [typed.places[at] for at in pair]
        said.append(evidence(Kind.EXCHANGED_ON_DOCUMENT, positions=places))
    alike = [
        place
        for one, place in zip(found, positions, strict=True)
        if one.typed and TWIN.get(one.typed) == one.expected
    ]
    if alike:
        said.append(evidence(Kind.ALIKE_ON_DOCUMENT, positions=alike))
    return said


def _position(difference: Difference, typed: Plain, number: str) -> dict[str, int | str]:
    end = len(normalise_number(number)) + 1
    at = typed.places[difference.at] if difference.at < len(typed.places) else end
    return {"position": at, "typed": difference.typed, "expected": difference.expected}


def plain_of(number: str, kind: str) -> Plain:
    """A number of this document type, plain."""
    free = kind not in DOCUMENT_TYPES or has_free_form(kind)
    typed = read_typed(normalise_number(number), bare_suffix=not free)
    return _without_hyphens(typed.text, typed.positions)


def _without_hyphens(text: str, places: Sequence[int]) -> Plain:
    kept = [(c, at) for c, at in zip(text, places, strict=True) if c not in "-－—–‐"]
    return Plain("".join(c for c, _ in kept), tuple(at for _, at in kept))
