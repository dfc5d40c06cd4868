"""Everything that is or may be wrong with a submission, before it is sent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from templates_app.rules.problems import Problem
from verification.catalogue.findings import FINDING_CODES
from verification.diagnosis.dossier import Dossier
from verification.finding_fields import CONTACT, HOLDER, NUMBER, PICTURES, TYPE

from .dates import date_findings
from .documents import overseas_findings, region_findings, type_findings
from .finding import Finding, Place
from .form import form_findings, from_problem
from .legibility import legibility_findings
from .names import name_findings
from .numbers import number_findings
from .one_cause import one_for_each_cause
from .pictures import file_findings, seen_findings

# In the order in which a form asks.
_FIELDS = (TYPE, NUMBER, HOLDER, "holder_name_en", CONTACT, "issued_on", "expires_on")
_LEVELS = ("block", "warn", "info")
_CODES = {code: at for at, code in enumerate(FINDING_CODES)}


def find_problems(
    dossier: Dossier,
    problems: Sequence[Problem] = (),
    pictures: Sequence[Sequence[Problem]] = (),
) -> tuple[Finding, ...]:
    """What would fail, or may: those that block first, then in the order of the form's fields.

    Each code at most once for a field and, of pictures, for a picture; and of those that have
    one cause, the one that says it. `problems` are those
    that only the caller knows (unverified addresses, restricted subjects, …), `pictures` such
    problems of each picture in the dossier's order; they keep their level and their words.
    Whatever a submission's own rules refuse blocks here too, except for
    pictures that are converted before they are sent. What was read with doubt never blocks, and
    a picture that isn't read yet says nothing. No dossier raises.
    """
    found = [
        *(from_problem(problem, dossier) for problem in problems),
        *_of_pictures(pictures, dossier),
        *picture_problems(dossier),
        *file_findings(dossier),
        *form_findings(dossier),
    ]
    return tuple(sorted(one_for_each_cause(_once(found), dossier), key=_order))


def picture_problems(dossier: Dossier) -> list[Finding]:
    """What the pictures show, and the dates, which are typed or read."""
    return [
        *seen_findings(dossier),
        *legibility_findings(dossier),
        *type_findings(dossier),
        *number_findings(dossier),
        *name_findings(dossier),
        *region_findings(dossier),
        *overseas_findings(dossier),
        *date_findings(dossier),
    ]


def _of_pictures(pictures: Sequence[Sequence[Problem]], dossier: Dossier) -> Iterator[Finding]:
    for at, problems in enumerate(pictures):
        for problem in problems:
            yield replace(from_problem(problem, dossier), places=(Place(at),))


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest of each code, field and picture; of equals the first, which has a place."""
    kept: dict[tuple[str, str, int | None], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.field, finding.picture)
        if key not in kept or _grade(finding) < _grade(kept[key]):
            kept[key] = finding
    return list(kept.values())


def _grade(finding: Finding) -> int:
    return _LEVELS.index(finding.level)


def _order(finding: Finding) -> tuple[int, int, int, int]:
    fields = (*_FIELDS, PICTURES)
    last = len(fields)
    # Fields that no list names come between the form's first ones and the pictures.
    at = fields.index(finding.field) if finding.field in fields else last - 1
    picture = -1 if finding.picture is None else finding.picture
    return _grade(finding), at, picture, _CODES.get(finding.code, len(_CODES))
