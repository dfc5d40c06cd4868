"""What the form alone shows: the rules of a submission and of the diagnosis, as findings."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from templates_app.rules.problems import Problem
from verification.diagnosis.check_contact import refused_characters
from verification.diagnosis.check_documents import document_type_superseded
from verification.diagnosis.check_names import name_mismatch
from verification.diagnosis.check_numbers import number_mismatch
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Evidence, Kind, evidence
from verification.diagnosis.registry import CHECKS
from verification.diagnosis.verdict import Outcome
from verification.finding_fields import CONTACT, HOLDER, NUMBER, field_of
from verification.materials_rules import RefusalCode
from verification.submission_rules import Application, PictureSize, check_application

from .finding import Finding
from .making import make_finding
from .names import name_as_typed
from .numbers import number_as_typed

# Causes that the form proves by itself and that a submission's own rules don't ask about.
_MORE = (
    "document_type_not_allowed",
    "name_is_legal_representative",
    "name_translation_mismatch",
    "contact_not_person",
    "country_code_invalid",
    "address_incomplete",
    "region_mismatch",
    "overseas_registrant",
    "cn_overseas_unsupported",
)
_FIELDS: Mapping[str, str] = MappingProxyType({"name_translation_mismatch": "holder_name_en"})
_AT: Mapping[str, Kind] = MappingProxyType(
    {
        "name_contains_space": Kind.SPACES_AT,
        "name_fullwidth_brackets": Kind.BRACKETS_AT,
        "number_contains_space": Kind.SPACES_AT,
        "number_not_halfwidth": Kind.FULLWIDTH_AT,
        "number_copy_suffix": Kind.SUFFIX_AT,
    }
)
_LIKELY = 0.9
_FILE_CODES = frozenset(map(str, RefusalCode))


def form_findings(dossier: Dossier) -> list[Finding]:
    """Everything but files, dates and pictures, which are judged by their own."""
    problems = [
        problem
        for problem in check_application(_application(dossier))
        if problem.code not in _FILE_CODES
    ]
    return [
        *(from_problem(problem, dossier) for problem in problems),
        *_confirmed(dossier),
        *_characters(dossier),
        *_superseded(dossier),
        *_unlike_verified(dossier),
    ]


def from_problem(problem: Problem, dossier: Dossier) -> Finding:
    """A problem as a finding at the same level; its message stays the sentence to show."""
    return Finding(
        code=problem.code,
        level=problem.level,
        field=problem.field or field_of(problem.code) or "",
        evidence=_evidence(problem, dossier),
        message=problem.message,
    )


def _evidence(problem: Problem, dossier: Dossier) -> tuple[Evidence, ...]:
    """That of the diagnosis, where its check is about the same field and says the same."""
    if problem.code in _AT and "positions" in problem.evidence:
        return (evidence(_AT[problem.code], positions=problem.evidence["positions"]),)
    if problem.code == "field_characters_invalid":
        refused = refused_characters(dossier)
        return tuple(said for said in refused if said.params["field"] == problem.field)
    check = CHECKS.get(problem.code)
    if check is None or problem.field not in (field_of(problem.code), NUMBER, HOLDER, CONTACT):
        return ()
    found = check(dossier)
    return found.evidence if found.outcome is Outcome.CONFIRMED else ()


def _application(dossier: Dossier) -> Application:
    return Application(
        holder_type=dossier.holder_type,
        holder_name=dossier.name,
        contact_name=dossier.contact,
        document_type=dossier.document_type,
        document_number=dossier.number,
        pictures=[PictureSize(p.kind, p.format, p.bytes) for p in dossier.pictures],
        profile=dossier.profile,
    )


def _confirmed(dossier: Dossier) -> Iterator[Finding]:
    for code in _MORE:
        found = CHECKS[code](dossier)
        if found.outcome is Outcome.CONFIRMED:
            yield make_finding(code, dossier, *found.evidence, field=_FIELDS.get(code, ""))


def _characters(dossier: Dossier) -> Iterator[Finding]:
    """Of all fields but the number, whose own rule knows how much it matters."""
    for said in refused_characters(dossier):
        if said.params["field"] != NUMBER:
            code = "field_characters_invalid"
            yield make_finding(code, dossier, said, field=str(said.params["field"]))


def _superseded(dossier: Dossier) -> Iterator[Finding]:
    """A separate certificate of a holder who very likely has the merged licence."""
    found = document_type_superseded(dossier)
    if found.evidence and found.outcome is Outcome.UNKNOWN and found.likelihood >= _LIKELY:
        yield make_finding("document_type_superseded", dossier, *found.evidence)


def _unlike_verified(dossier: Dossier) -> Iterator[Finding]:
    """A slip beside a holder whom an authority has verified: worth a look, proof of nothing,
    and of no weight where the picture surely shows what was typed."""
    for check, code, kind, as_typed in (
        (name_mismatch, "name_mismatch", Kind.NAME_OF_VERIFIED, name_as_typed),
        (number_mismatch, "number_mismatch", Kind.NUMBER_OF_VERIFIED, number_as_typed),
    ):
        found = check(replace(dossier, answers={}))
        said = [one for one in found.evidence if one.kind is kind]
        if said and found.outcome is Outcome.CONFIRMED:
            shown = as_typed(dossier) is not None
            finding = make_finding(code, dossier, *said, sure=shown)
            yield replace(finding, level="info") if shown else finding
