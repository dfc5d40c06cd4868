"""Everything that a reviewer needs to decide one submission, read in a constant number of
queries."""

from dataclasses import dataclass

from registrar.accounts.models import User
from verification.catalogue.model import Language
from verification.diagnosis import Dossier
from verification.dossiers import dossiers_of
from verification.failure_types import Failure
from verification.failures import failures_of
from verification.models import ReviewDecision, Submission
from verification.precheck.checks import find_problems
from verification.precheck.finding import Finding
from verification.precheck.wording import SaidFinding, say_finding
from verification.states import SubmissionState

from .case_pictures import CasePicture, case_pictures, load_links
from .comparison import Row, compare_rows
from .duplicates import Duplicates, find_duplicates
from .history import Event, history_of, what_happened
from .standing import Standing, belongs_to, standing_of
from .titles import finding_titles, reason_titles

__all__ = ["CaseFile", "Standing", "finding_titles", "open_case", "reason_titles"]

_SEALED = ("document_number", "template__document_number")
# More attempts than these tell nothing new.
MOST_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class CaseFile:
    """`proposed`: the decision that waits for a second reviewer. `earlier`: attempts that are
    too many to be shown."""

    submission: Submission
    standing: Standing
    own_account: bool
    proposed: ReviewDecision | None
    dossier: Dossier
    pictures: tuple[CasePicture, ...]
    rows: tuple[Row, ...]
    findings: tuple[tuple[Finding, SaidFinding], ...]
    warnings: tuple[str, ...]
    reasons: tuple[str, ...]
    failure: Failure | None
    history: tuple[Event, ...]
    more_attempts: bool
    duplicates: Duplicates

    @property
    def would_fail(self) -> int:
        return self._found("block")

    @property
    def to_check(self) -> int:
        return self._found("warn")

    def _found(self, level: str) -> int:
        return sum(found.level == level for found, _said in self.findings)

    @property
    def all_read(self) -> bool:
        readings = self.dossier.readings
        return bool(readings) and None not in readings

    @property
    def being_read(self) -> bool:
        return any(picture.being_read for picture in self.pictures if not picture.replaced)


def open_case(*, pk: int, user: User, language: Language, hidden: bool = True) -> CaseFile:
    """The case as `user` sees it; `hidden`: with its number masked. Submission.DoesNotExist when
    there is none."""
    related = ("account", "template", "domain", "reviewer")
    rows = Submission.objects.select_related(*related).defer(*_SEALED)
    submission = rows.get(pk=pk)
    others = _others(submission)
    shown = others[:MOST_ATTEMPTS]
    failed = [row for row in shown if row.state == SubmissionState.FAILED]
    dossiers = dossiers_of([submission, *failed])
    dossier = dossiers[submission.pk]
    failures = failures_of([submission, *shown], language, with_read=True, dossiers=dossiers)
    # As of today, whatever the user has confirmed.
    found = find_problems(dossier)
    said = tuple((each, say_finding(each, language)) for each in found)
    links = load_links(submission)
    pictures = case_pictures(links, dossier.readings)
    happened = what_happened([submission.pk, *(row.pk for row in shown)])
    proposed, own = happened.proposed_of(submission), belongs_to(user, submission)
    numbers = {one.link.material.public_id: one.number for one in pictures}
    return CaseFile(
        submission=submission,
        standing=standing_of(submission, user, own_account=own, proposed=proposed),
        own_account=own,
        proposed=proposed,
        dossier=dossier,
        pictures=pictures,
        rows=compare_rows(dossier, found, language, hidden=hidden),
        findings=said,
        warnings=_confirmed(submission.confirmed_warnings, said, language),
        reasons=reason_titles(submission.reason_codes, language),
        failure=failures.get(submission.pk),
        history=history_of(
            submission, shown, happened, failures=failures, language=language, pictures=numbers
        ),
        more_attempts=len(others) > MOST_ATTEMPTS,
        duplicates=find_duplicates(
            submission,
            number=dossier.number,
            digests={link.material.sha256 for link in links},
        ),
    )


def _confirmed(
    codes: list[str], findings: tuple[tuple[Finding, SaidFinding], ...], language: Language
) -> tuple[str, ...]:
    """What the user confirmed, with its evidence where that is still found."""
    said: list[str] = []
    for code in codes:
        texts = [words.text for found, words in findings if found.code == code]
        said.extend(texts or finding_titles([code], language))
    return tuple(said)


def _others(submission: Submission) -> list[Submission]:
    """The other attempts, newest first, and one more than are shown."""
    rows = Submission.objects.filter(
        account_id=submission.account_id,
        template_id=submission.template_id,
        domain_id=submission.domain_id,
    ).exclude(pk=submission.pk)
    related = ("reviewer", "template", "domain")
    newest = rows.select_related(*related).defer(*_SEALED).order_by("-pk")
    return list(newest[: MOST_ATTEMPTS + 1])
