"""The typed holder's name beside the document's (seed 001 question 3, seed 002)."""

from templates_app.rules.comparing import (
    Difference,
    Folded,
    align,
    are_homophones,
    are_lookalikes,
    fold_name,
)
from templates_app.rules.text import HAN, has_han
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Evidence, Kind, evidence
from verification.reading.model import Field

from .finding import Finding
from .latin_names import latin_findings, spelt_alike
from .lost_lines import end_may_be_lost
from .making import make_finding
from .misreadings import VERY_SURE, is_misreading
from .seen import Seen, best

_STRAY = ("名称", "称")


def name_findings(dossier: Dossier) -> list[Finding]:
    """What is wrong with the name, as far as a picture tells it."""
    if not dossier.name.strip():
        return []
    printed = best(dossier, Field.NAME)
    if printed is not None and not has_han(printed.text):
        printed = None
    mistaken = _legal_representative(dossier, printed)
    if mistaken is not None:
        return [mistaken]
    found = latin_findings(dossier, printed)
    if printed is not None and has_han(dossier.name):
        found += _compare(dossier, printed)
    return found


def agrees(typed: str, printed: str) -> bool:
    """Whether two names are one: width, brackets, spaces, dots and traditional forms apart.

    Licences that are read line by line may begin with the end of the label (名称).
    """
    wanted, found = fold_name(typed).text, fold_name(printed).text
    return wanted in (found, *(found.removeprefix(stray) for stray in _STRAY))


def name_as_typed(dossier: Dossier) -> Seen | None:
    """The name that was surely read, where it is the typed one."""
    for field, same in ((Field.NAME, agrees), (Field.NAME_LATIN, spelt_alike)):
        seen = best(dossier, field)
        if seen is not None and seen.sure and same(dossier.name, seen.text):
            return seen
    return None


def _legal_representative(dossier: Dossier, printed: Seen | None) -> Finding | None:
    legal = best(dossier, Field.LEGAL_REPRESENTATIVE)
    if dossier.is_person or legal is None or not agrees(dossier.name, legal.text):
        return None
    if printed is not None and agrees(dossier.name, printed.text):
        return None
    said = evidence(
        Kind.LEGAL_REPRESENTATIVE_TYPED,
        typed=dossier.name,
        read=printed.text if printed else "…",
    )
    return make_finding(
        "name_is_legal_representative",
        dossier,
        said,
        sure=legal.sure and printed is not None and printed.sure,
        places=[seen.place for seen in (legal, printed) if seen],
    )


def _compare(dossier: Dossier, printed: Seen) -> list[Finding]:
    typed, read = fold_name(dossier.name), fold_name(printed.text)
    if agrees(dossier.name, printed.text):
        return _only_forms(dossier, printed, typed, read)
    found = align(typed.text, read.text)
    lost = not dossier.is_person and end_may_be_lost(typed.text, read.text, printed)
    misread = lost or is_misreading(
        typed.text,
        found,
        is_person=dossier.is_person,
        very_sure=lambda one: _confidence(one, printed, read) >= VERY_SURE,
    )
    sure = printed.sure and not misread and all(_sure(one, printed, read) for one in found)
    said = _evidence(dossier.name, printed.text, typed, read, found)
    return [make_finding("name_mismatch", dossier, *said, sure=sure, places=[printed.place])]


def _only_forms(dossier: Dossier, printed: Seen, typed: Folded, read: Folded) -> list[Finding]:
    """Told, never refused: recognisers write traditional forms for simplified ones themselves,
    so that only the typed form can be the odd one."""
    if typed.plain == typed.text or read.plain != read.text:
        return []
    said = evidence(Kind.TRADITIONAL_ONLY, typed=dossier.name, read=printed.text)
    finding = Finding(
        code="name_mismatch",
        level="info",
        field="holder_name",
        evidence=(said,),
        places=(printed.place,),
    )
    return [finding]


def _sure(difference: Difference, printed: Seen, read: Folded) -> bool:
    if not difference.expected:
        return True
    return printed.sure_at(read.places[difference.expected_at] - 1)


def _confidence(difference: Difference, printed: Seen, read: Folded) -> float:
    """Of the one character that was read; 0 where the recogniser tells none."""
    return printed.confidence_at(read.places[difference.expected_at] - 1)


def _evidence(
    name: str, printed: str, typed: Folded, read: Folded, found: tuple[Difference, ...]
) -> list[Evidence]:
    positions = [_position(one, name, typed, read) for one in found]
    # Hardly a character in common: two names, and no slip to be marked.
    slips = positions if len(found) * 2 <= max(len(typed.text), len(read.text)) else []
    said = [evidence(Kind.NAME_ON_DOCUMENT, typed=name, read=printed, positions=slips)]
    changed = [place for place in positions if place["typed"] and place["expected"]]
    for kind, alike in ((Kind.SOUND_ALIKE, are_homophones), (Kind.SHAPE_ALIKE, are_lookalikes)):
        pairs = [place for place in changed if alike(str(place["typed"]), str(place["expected"]))]
        if pairs:
            said.append(evidence(kind, positions=pairs))
    missing = "".join(one.expected for one in found)
    if not any(one.typed for one in found) and HAN.search(missing):
        said.append(evidence(Kind.ABBREVIATED, missing=missing))
    return said


def _position(
    difference: Difference, name: str, typed: Folded, read: Folded
) -> dict[str, int | str]:
    """As typed and as printed; where a character is missing, the place before which it is."""
    at = difference.at
    place = typed.places[at] if at < len(typed.places) else len(name) + 1
    wanted = read.plain[difference.expected_at] if difference.expected else ""
    return {
        "position": place,
        "typed": typed.plain[at] if difference.typed else "",
        "expected": wanted,
    }
