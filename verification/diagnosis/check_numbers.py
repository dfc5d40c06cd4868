"""The document number, checked without the document (seed 001 questions 1.2, 3 and 4)."""

from templates_app.rules.numbers import check_number, normalise_number
from templates_app.rules.numbers.confusable import TWIN
from templates_app.rules.numbers.facts import NumberFacts, number_facts
from templates_app.rules.problems import Problem

from .dossier import Dossier
from .evidence import Evidence, Kind, differences, evidence, marked
from .verdict import Verdict, confirmed, does_not_apply, ruled_out, unknown

_OLD_REGISTRATION_NUMBER = 15
# A verified number that differs by more belongs to somebody else, or to another document.
_SLIPS = 2
# What proves by itself that the number is not the document's.
_PROOFS = ("number_confusable", "number_checksum", "number_length", "number_wrong_field")


def number_mismatch(dossier: Dossier) -> Verdict:
    """A number that breaks its own rules is wrong; one that keeps them may still be."""
    proof = next(filter(None, (_proof(code, dossier) for code in _PROOFS)), ())
    if proof:
        return confirmed(*proof)
    number = normalise_number(dossier.number)
    same_name = [known for known in dossier.known if known.name == dossier.name]
    if any(known.number == number for known in same_name):
        day = max(known.verified_on for known in same_name if known.number == number)
        return ruled_out(evidence(Kind.PASSED_BEFORE, date=day.isoformat()))
    for known in sorted(same_name, key=lambda one: one.verified_on, reverse=True):
        slips = differences(number, known.number)
        if 0 < len(slips) <= _SLIPS:
            since = known.verified_on.isoformat()
            return confirmed(evidence(Kind.NUMBER_OF_VERIFIED, positions=slips, date=since))
    return unknown(*_holds(dossier), likelihood=0.4 if _facts(dossier).form == "checked" else 0.6)


def number_confusable(dossier: Dossier) -> Verdict:
    """A look-alike is sure where the place forbids the character, or where exchanging it makes
    the check digit hold; and impossible where the check digit holds already."""
    found = _problem("number_confusable", dossier)
    if found is not None:
        return confirmed(evidence(Kind.LOOK_ALIKES, positions=_replaced(found)))
    if _facts(dossier).form == "checked" and _facts(dossier).accepted:
        return ruled_out(evidence(Kind.CHECK_HOLDS))
    number = normalise_number(dossier.number)
    alike = [at for at, character in enumerate(number, start=1) if character in TWIN]
    if not alike:
        return ruled_out(evidence(Kind.NO_LOOK_ALIKES))
    return unknown(likelihood=0.4)


def number_checksum(dossier: Dossier) -> Verdict:
    found = _problem("number_checksum", dossier)
    if found is not None:
        return confirmed(*_checksum_evidence(dossier, found))
    facts = _facts(dossier)
    if facts.form != "checked":
        return ruled_out(evidence(Kind.NO_CHECK_DIGIT))
    # Where the length is wrong, there is no check digit to look at.
    return ruled_out(evidence(Kind.CHECK_HOLDS)) if facts.accepted else unknown(likelihood=0.3)


def number_length(dossier: Dossier) -> Verdict:
    found = _problem("number_length", dossier)
    if found is not None:
        return confirmed(evidence(Kind.LENGTH_WRONG, **_lengths(found)))
    if _facts(dossier).form == "free" or dossier.document_type == "HZ":
        return unknown(likelihood=0.3)
    return ruled_out(evidence(Kind.LENGTH_RIGHT, actual=len(normalise_number(dossier.number))))


def number_contains_space(dossier: Dossier) -> Verdict:
    return _positions("number_contains_space", dossier, Kind.SPACES_AT, Kind.NO_SPACES)


def number_not_halfwidth(dossier: Dossier) -> Verdict:
    return _positions("number_not_halfwidth", dossier, Kind.FULLWIDTH_AT, Kind.NO_FULLWIDTH)


def number_copy_suffix(dossier: Dossier) -> Verdict:
    return _positions("number_copy_suffix", dossier, Kind.SUFFIX_AT, Kind.NO_SUFFIX)


def number_wrong_field(dossier: Dossier) -> Verdict:
    """Of a licence's numbers the credit code is the one to type (seed 001, question 1.2)."""
    if dossier.is_person:
        return does_not_apply(Kind.NOT_FOR_PERSONS)
    found = _problem("number_wrong_field", dossier)
    if found is not None:
        return confirmed(evidence(Kind.OTHER_NUMBER, number_kind=found.evidence["looks_like"]))
    facts = _facts(dossier)
    if facts.form == "checked" and facts.accepted:
        if len(normalise_number(dossier.number)) == _OLD_REGISTRATION_NUMBER:
            return unknown(evidence(Kind.OLD_REGISTRATION_NUMBER), likelihood=0.8)
        return ruled_out(evidence(Kind.CHECK_HOLDS))
    return unknown()


def _proof(code: str, dossier: Dossier) -> tuple[Evidence, ...]:
    """What a problem of this code proves; nothing where the rule itself only warns (passports)."""
    found = _problem(code, dossier)
    softened = found is not None and found.level == "warn" and code != "number_confusable"
    if found is None or softened:
        return ()
    if code == "number_checksum":
        return _checksum_evidence(dossier, found)
    if code == "number_length":
        return (evidence(Kind.LENGTH_WRONG, **_lengths(found)),)
    if code == "number_wrong_field":
        return (evidence(Kind.OTHER_NUMBER, number_kind=found.evidence["looks_like"]),)
    return (evidence(Kind.LOOK_ALIKES, positions=_replaced(found)),)


def _checksum_evidence(dossier: Dossier, found: Problem) -> tuple[Evidence, ...]:
    number = normalise_number(dossier.number)
    if "positions" in found.evidence:
        places = marked(number, found.evidence["positions"])
        return (evidence(Kind.FORBIDDEN_CHARACTERS, positions=places),)
    facts = _facts(dossier)
    hints = [evidence(Kind.EXCHANGED, positions=marked(number, pair)) for pair in facts.exchanged]
    if facts.last and not hints and _problem("number_confusable", dossier) is None:
        at, expected = facts.last
        place = {"position": at, "typed": number[at - 1], "expected": expected}
        hints = [evidence(Kind.LAST_WOULD_BE, positions=[place])]
    return (evidence(Kind.CHECK_FAILS), *hints)


def _holds(dossier: Dossier) -> tuple[Evidence, ...]:
    facts = _facts(dossier)
    return (evidence(Kind.CHECK_HOLDS),) if facts.form == "checked" and facts.accepted else ()


def _positions(code: str, dossier: Dossier, there: Kind, not_there: Kind) -> Verdict:
    found = _problem(code, dossier)
    if found is None:
        return ruled_out(evidence(not_there))
    return confirmed(evidence(there, positions=found.evidence["positions"]))


def _problem(code: str, dossier: Dossier) -> Problem | None:
    problems = check_number(dossier.document_type, dossier.number)
    return next((problem for problem in problems if problem.code == code), None)


def _facts(dossier: Dossier) -> NumberFacts:
    return number_facts(dossier.document_type, dossier.number)


def _replaced(found: Problem) -> list[dict[str, object]]:
    return [
        {"position": one["position"], "typed": one["typed"], "expected": one["meant"]}
        for one in found.evidence["replacements"]
    ]


def _lengths(found: Problem) -> dict[str, object]:
    return {"actual": found.evidence["actual"], "allowed": found.evidence["expected"][:3]}
