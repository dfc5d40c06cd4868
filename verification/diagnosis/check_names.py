"""The holder's name, checked without the document (seed 001 question 3, seed 002)."""

from collections.abc import Sequence

from templates_app.rules.document_types import FOREIGN_TYPES, OWN_SPELLING_TYPES
from templates_app.rules.names import check_holder_name, is_organisation_name
from templates_app.rules.numbers import normalise_number
from templates_app.rules.numbers.passport import CHINESE_PASSPORT
from templates_app.rules.problems import Problem
from templates_app.rules.romanise import check_translation, romanise_person
from templates_app.rules.text import HAN, has_han
from verification.materials_rules.profile_model import Brackets

from .dossier import Dossier, KnownIdentity
from .evidence import Kind, differences, evidence
from .verdict import Verdict, confirmed, does_not_apply, ruled_out, unknown

# Nearly every person's name in Chinese characters; longer ones are written with a dot.
_PERSON = range(2, 5)
# Two verified spellings of one holder that differ by more are two holders, or a new name.
_SLIPS = 2


def name_mismatch(dossier: Dossier) -> Verdict:
    """Only the document tells; a verified holder with the same number comes close to it."""
    same_number = _verified_with_number(dossier)
    if any(known.name == dossier.name for known in same_number):
        day = max(k.verified_on for k in same_number if k.name == dossier.name)
        return ruled_out(evidence(Kind.PASSED_BEFORE, date=day.isoformat()))
    if not same_number:
        return unknown(likelihood=0.6)
    known = max(same_number, key=lambda one: one.verified_on)
    found = evidence(
        Kind.NAME_OF_VERIFIED,
        typed=dossier.name,
        known=known.name,
        positions=differences(dossier.name, known.name),
        date=known.verified_on.isoformat(),
    )
    slip = 0 < len(differences(dossier.name, known.name)) <= _SLIPS
    return confirmed(found) if slip else unknown(found, likelihood=0.9)


def name_contains_space(dossier: Dossier) -> Verdict:
    found = _first(_problems(dossier), "name_contains_space")
    if found is None:
        return ruled_out(evidence(Kind.NO_SPACES))
    return confirmed(evidence(Kind.SPACES_AT, positions=found.evidence["positions"]))


def name_fullwidth_brackets(dossier: Dossier) -> Verdict:
    found = _first(check_holder_name(dossier.holder_type, dossier.name), "name_fullwidth_brackets")
    if found is None:
        return ruled_out(evidence(Kind.NO_FULLWIDTH_BRACKETS))
    if dossier.profile.brackets is Brackets.HALF_WIDTH:
        return confirmed(evidence(Kind.BRACKETS_AT, positions=found.evidence["positions"]))
    return unknown(evidence(Kind.BRACKETS_NOT_SETTLED, positions=found.evidence["positions"]))


def name_is_legal_representative(dossier: Dossier) -> Verdict:
    """An organisation that is called like a person (seed 002, 请勿填写法定代表人)."""
    if dossier.is_person:
        return does_not_apply(Kind.NOT_FOR_PERSONS)
    if is_organisation_name(dossier.name):
        return ruled_out(evidence(Kind.LOOKS_LIKE_ORGANISATION, name=dossier.name))
    if not looks_like_person(dossier.name):
        return unknown()
    if dossier.name == dossier.contact:
        return confirmed(evidence(Kind.HOLDER_IS_CONTACT, name=dossier.name))
    return unknown(evidence(Kind.LOOKS_LIKE_PERSON, name=dossier.name), likelihood=0.9)


def name_language_mismatch(dossier: Dossier) -> Verdict:
    """The name in the document's language (seed 002, 身份信息填写有误, the last hint)."""
    if _first(_problems(dossier), "name_language_mismatch"):
        return confirmed(evidence(Kind.NO_CHINESE_CHARACTER))
    if dossier.document_type not in FOREIGN_TYPES or not has_han(dossier.name):
        return ruled_out(evidence(Kind.LANGUAGE_FITS))
    chinese = CHINESE_PASSPORT.accepts(normalise_number(dossier.number))
    if dossier.document_type == "HZ" and chinese:
        return ruled_out(evidence(Kind.LANGUAGE_FITS))
    return unknown(
        evidence(Kind.FOREIGN_DOCUMENT_CHINESE_NAME, type=dossier.document_type), likelihood=0.8
    )


def name_translation_mismatch(dossier: Dossier) -> Verdict:
    if dossier.document_type in OWN_SPELLING_TYPES:
        return ruled_out(evidence(Kind.OWN_SPELLING))
    if not dossier.name_en.strip() or not dossier.name.strip():
        return unknown(likelihood=0.2)
    if check_translation(dossier.name, dossier.name_en, holder_type=dossier.holder_type):
        expected = romanise_person(dossier.name) if dossier.is_person else ""
        return confirmed(evidence(Kind.ROMANISED_MISFIT, typed=dossier.name_en, expected=expected))
    if not dossier.is_person or not has_han(dossier.name):
        return unknown(likelihood=0.3)
    return ruled_out(evidence(Kind.ROMANISED_FITS, typed=dossier.name_en))


def looks_like_person(name: str) -> bool:
    """A few Chinese characters and nothing of an organisation's name."""
    text = "".join(name.split())
    return (
        len(text) in _PERSON
        and all(HAN.match(character) for character in text)
        and not is_organisation_name(name)
    )


def _problems(dossier: Dossier) -> list[Problem]:
    return check_holder_name(
        dossier.holder_type, dossier.name, document_type=dossier.document_type or None
    )


def _first(problems: Sequence[Problem], code: str) -> Problem | None:
    return next((problem for problem in problems if problem.code == code), None)


def _verified_with_number(dossier: Dossier) -> list[KnownIdentity]:
    number = normalise_number(dossier.number)
    return [known for known in dossier.known if number and known.number == number]
