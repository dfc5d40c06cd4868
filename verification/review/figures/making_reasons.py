"""Tables of what submissions failed of, and of what had been known before."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import User
from verification.catalogue.model import Language
from verification.review.case_file import finding_titles, reason_titles
from verification.states import FailureStage

from . import sums
from .cells import Kind, Share
from .people import by_person
from .tables import Column, Table

Rows = Sequence[Mapping[str, Any]]


def reason_table(outcomes: Rows, language: Language) -> Table:
    """By stage, then by frequency."""
    found = sums.reasons_by_stage(outcomes)
    rows = [
        (_reason(code, language), str(FailureStage(stage).label), n, Share(n, found.failed[stage]))
        for stage in sums.JUDGED
        for code, n in sums.top(found.by_code[stage])
    ]
    return Table(
        "reasons",
        _("Top reasons"),
        _("Share of the failures at that stage; one failure may have several reasons."),
        (
            Column(_("Reason"), Kind.TEXT),
            Column(_("Failed at"), Kind.TEXT),
            Column(_("Failures")),
            Column(_("Share"), Kind.SHARE),
        ),
        tuple(rows),
    )


def disagreement_tables(approved: Rows, user: User, language: Language) -> tuple[Table, Table]:
    """By reason, and by reviewer as far as `user` may tell them apart."""
    whole = sums.disagreement(approved)
    by_reason = [
        (_reason(code, language), n, Share(n, whole.failed))
        for code, n in sums.top(sums.disagreement_by_reason(approved))
    ]
    people = [
        (name, found.judged, found.failed, Share(found.failed, found.judged))
        for name, found in by_person(approved, user, sums.disagreement)
    ]
    note = _("Approved by a reviewer, failed by the authority.")
    return (
        Table(
            "disagreement",
            _("Approved here, failed there: by reason"),
            note,
            (
                Column(_("Reason"), Kind.TEXT),
                Column(_("Failures")),
                Column(_("Share"), Kind.SHARE),
            ),
            tuple(by_reason),
        ),
        Table(
            "disagreement_reviewers",
            _("Approved here, failed there: by reviewer"),
            note,
            (
                Column(_("Reviewer"), Kind.TEXT),
                Column(_("Judged by the authority")),
                Column(_("Failed there")),
                Column(_("Share"), Kind.SHARE),
            ),
            tuple(people),
        ),
    )


def warning_tables(outcomes: Rows, causes: sums.Causes, language: Language) -> tuple[Table, Table]:
    """Failures that the pre-check had warned of, and warnings that came true."""
    warned = sums.warned_of(outcomes, causes)
    rows = [
        (str(FailureStage(stage).label), one.failed, one.warned, Share(one.warned, one.failed))
        for stage, one in warned.items()
    ]
    true = [
        (
            _finding(one.code, language),
            *(one.confirmed, one.failed, one.came_true),
            Share(one.came_true, one.confirmed),
        )
        for one in sums.warnings_come_true(outcomes, causes)
    ]
    return (
        Table(
            "warned",
            _("Failures that the pre-check had warned of"),
            _("A warning that the sender confirmed is a possible cause of one of the reasons."),
            (
                Column(_("Failed at"), Kind.TEXT),
                Column(_("Failures with a known reason")),
                Column(_("Warned of")),
                Column(_("Share"), Kind.SHARE),
            ),
            tuple(rows),
        ),
        Table(
            "warnings",
            _("Confirmed warnings that came true"),
            _("Of ended submissions whose sender confirmed the warning."),
            (
                Column(_("Warning"), Kind.TEXT),
                Column(_("Confirmed")),
                Column(_("Failed at all")),
                Column(_("Failed of it")),
                Column(_("Came true"), Kind.SHARE),
            ),
            tuple(true),
        ),
    )


def _reason(code: str, language: Language) -> str:
    return reason_titles([code], language)[0]


def _finding(code: str, language: Language) -> str:
    return finding_titles([code], language)[0]
