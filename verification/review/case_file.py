"""Everything that a reviewer needs to decide one submission, read in a constant number of
queries."""

from dataclasses import dataclass
from enum import StrEnum

from registrar.accounts.models import Membership, User
from verification.catalogue.catalogue import reasons
from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Language
from verification.dossiers import dossiers_of
from verification.failure_types import Failure
from verification.failures import failures_of
from verification.models import Submission, SubmissionMaterial
from verification.picture_states import ReadingState
from verification.precheck.checks import find_problems
from verification.precheck.finding import Finding
from verification.precheck.wording import SaidFinding, say_finding
from verification.states import SubmissionState

_SEALED = ("document_number", "template__document_number")


class Standing(StrEnum):
    """What this reviewer can do with it now."""

    FREE = "free"
    MINE = "mine"
    THEIRS = "theirs"
    OWN_ACCOUNT = "own_account"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Attempt:
    """Another submission of the same holder, with the reasons' titles; `failure` if it failed."""

    submission: Submission
    reasons: tuple[str, ...]
    failure: Failure | None


@dataclass(frozen=True, slots=True)
class CaseFile:
    submission: Submission
    standing: Standing
    pictures: tuple[SubmissionMaterial, ...]
    attempts: tuple[Attempt, ...]
    warnings: tuple[str, ...]
    reasons: tuple[str, ...]
    failure: Failure | None
    findings: tuple[tuple[Finding, SaidFinding], ...]
    all_read: bool
    being_read: bool


def open_case(*, pk: int, user: User, language: Language) -> CaseFile:
    """The case as `user` sees it; Submission.DoesNotExist when there is none."""
    related = ("account", "template", "domain", "reviewer")
    rows = Submission.objects.select_related(*related).defer(*_SEALED)
    submission = rows.get(pk=pk)
    others = _others(submission)
    failures = failures_of([submission, *others], language, with_read=True)
    dossier = dossiers_of([submission])[submission.pk]
    # As of today, whatever the user has confirmed.
    findings = tuple((found, say_finding(found, language)) for found in find_problems(dossier))
    pictures = _pictures(submission)
    return CaseFile(
        submission=submission,
        standing=_standing(submission, user),
        pictures=pictures,
        attempts=tuple(
            Attempt(row, reason_titles(row.reason_codes, language), failures.get(row.pk))
            for row in others
        ),
        warnings=_confirmed(submission.confirmed_warnings, findings, language),
        reasons=reason_titles(submission.reason_codes, language),
        failure=failures.get(submission.pk),
        findings=findings,
        all_read=bool(dossier.readings) and None not in dossier.readings,
        being_read=any(_being_read(link) for link in pictures),
    )


def reason_titles(codes: list[str], language: Language) -> tuple[str, ...]:
    """Titles of reasons; a code that left the catalogue stands for itself."""
    known = reasons()
    return tuple(known[c].title.pick(language) if c in known else c for c in codes)


def finding_titles(codes: list[str], language: Language) -> tuple[str, ...]:
    """Titles of findings; an unknown code stands for itself."""
    known = FINDING_CODES
    return tuple(known[c].title.pick(language) if c in known else c for c in codes)


def _confirmed(
    codes: list[str], findings: tuple[tuple[Finding, SaidFinding], ...], language: Language
) -> tuple[str, ...]:
    """What the user confirmed, with its evidence where that is still found."""
    said: list[str] = []
    for code in codes:
        texts = [words.text for found, words in findings if found.code == code]
        said.extend(texts or finding_titles([code], language))
    return tuple(said)


def _pictures(submission: Submission) -> tuple[SubmissionMaterial, ...]:
    links = submission.submission_materials.filter(replaced=False)
    links = links.select_related("material__reading")
    # What was read is in the dossier.
    return tuple(links.defer("material__reading__result").order_by("position"))


def _being_read(link: SubmissionMaterial) -> bool:
    reading = getattr(link.material, "reading", None)
    return reading is not None and reading.state == ReadingState.WAITING


def _standing(submission: Submission, user: User) -> Standing:
    if submission.state not in (SubmissionState.SUBMITTED, SubmissionState.IN_REVIEW):
        return Standing.CLOSED
    if Membership.objects.filter(account_id=submission.account_id, user=user).exists():
        return Standing.OWN_ACCOUNT
    if submission.state == SubmissionState.SUBMITTED:
        return Standing.FREE
    return Standing.MINE if submission.reviewer_id == user.pk else Standing.THEIRS


def _others(submission: Submission) -> list[Submission]:
    """The other attempts, newest first."""
    rows = Submission.objects.filter(
        account_id=submission.account_id,
        template_id=submission.template_id,
        domain_id=submission.domain_id,
    ).exclude(pk=submission.pk)
    related = ("reviewer", "template", "domain")
    return list(rows.select_related(*related).defer(*_SEALED).order_by("-pk"))
