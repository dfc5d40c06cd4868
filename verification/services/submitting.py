"""Handing in: check, copy what is sent, move the template or domain, start the way."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from domains.models import Domain
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.workdays import WorkdayResult
from templates_app.models import InfoTemplate
from verification.models import Material, Submission, SubmissionMaterial
from verification.prechecks import Precheck
from verification.prepared import Prepared, prepared
from verification.schedule import expected_on
from verification.states import OPEN
from verification.telling import told

from .accepting import (
    accept_findings,
    check_subject,
    own_materials,
    refuse_pending,
)
from .confirming import warnings_seen as seen_in
from .documents import Document, document_for
from .findings_noted import note_findings
from .handing_over import hand_over
from .review_clock import start_clock
from .sealing import number_fields
from .subjects import Subject, already_verified, enter_review, lock_subject
from .trusting import goes_straight

_SUBMISSION_OPEN = _("A submission is on its way already. Wait for its result, or withdraw it.")


@transaction.atomic
def submit_verification(
    *,
    actor: Actor,
    template: InfoTemplate | None = None,
    domain: Domain | None = None,
    document_type: str = "",
    document_number: str = "",
    materials: Sequence[Material],
    confirmed_warnings: Collection[str] = (),
    warnings_seen: str | None = None,
    looking: bool = True,
) -> Submission:
    """Hand in a template or a domain (exactly one) for real-name verification.

    For a template the document defaults to the template's own and may not differ from it.
    Materials are this account's and ready, at least one of them the identity document.
    `confirmed_warnings` are codes; with `warnings_seen` they count only for the warnings that it
    was given with (`confirming.warnings_seen`), judged here, under the lock.
    Raises NotPermitted, NotFound, InvalidInput (field errors; `warnings_unconfirmed` lists
    what is to be confirmed and names it in `warnings_seen`), Blocked (domain gates) or
    StateConflict (already verified, another submission is open, or `pictures_pending`: some
    picture is still being looked at). What the pre-check finds in the pictures counts too,
    unless `looking` is off: an authority has seen these pictures before. What a trusted account
    hands in clean goes straight to the authority, all else to the reviewers; clean is judged
    with what the pictures show, looking or not.
    """
    require(actor, Permission.VERIFICATIONS_WRITE)
    subject = lock_subject(template=template, domain=domain)
    _refuse_second(subject)
    document = document_for(subject, document_type, document_number)
    pictures = prepared(own_materials(actor, materials), subject.profile)
    if looking:
        refuse_pending(pictures)
    found = check_subject(subject, document, pictures, looking=looking)
    findings = told(found.findings, actor)
    warnings = accept_findings(
        findings,
        confirmed=confirmed_warnings,
        seen=warnings_seen,
        seen_now=seen_in(findings, document=document, materials=materials),
    )
    before, expected = subject.state, _expected(subject)
    enter_review(actor=actor, subject=subject)
    submission = _write(
        actor, subject, document, warnings=warnings, expected=expected, state_before=before
    )
    _attach(submission, pictures)
    note_findings(submission)
    record(
        actor=actor,
        action="submission.submitted",
        about=submission,
        label=_label(subject),
        after=_logged(submission, pictures),
    )
    # Without looking nobody has been asked about what the pictures show.
    whole = found if looking else check_subject(subject, document, pictures)
    _send_on(actor, subject, submission, whole)
    return submission


def _expected(subject: Subject) -> WorkdayResult:
    """Of a subject that has not entered review yet: what it was decides the term."""
    return expected_on(
        subject.profile,
        today=timezone.localdate(),
        corrected_materials=subject.corrects_materials,
    )


def _send_on(
    actor: Actor, subject: Subject, submission: Submission, found: Precheck[Prepared]
) -> None:
    if goes_straight(submission, found):
        hand_over(actor=actor, submission=submission, profile=subject.profile)
    else:
        start_clock(submission)
        submission.save(update_fields=["waiting_since", "review_due_at", "updated_at"])


def _refuse_second(subject: Subject) -> None:
    # The subject is locked, so nobody can slip in between; a unique index holds it besides.
    if _of(subject).filter(state__in=OPEN).exists():
        raise StateConflict("submission_open", _SUBMISSION_OPEN)
    if subject.verified:
        raise already_verified()


def _write(
    actor: Actor,
    subject: Subject,
    document: Document,
    *,
    warnings: list[str],
    expected: WorkdayResult,
    state_before: str,
) -> Submission:
    submission = Submission(
        account_id=subject.account_id,
        template=subject.template,
        domain=subject.domain,
        attempt=_of(subject).count() + 1,
        profile=subject.profile.code,
        document_type=document.type,
        confirmed_warnings=warnings,
        state_before=state_before,
        submitted_by=actor.label[:128],
        submitted_at=timezone.now(),
        expected_on=expected.date,
        expected_provisional=expected.provisional,
        **subject.holder(),
        **number_fields(document.number),
    )
    submission.submit()
    submission.save(force_insert=True)
    return submission


def _attach(submission: Submission, pictures: Sequence[Prepared]) -> None:
    SubmissionMaterial.objects.bulk_create(
        SubmissionMaterial(
            account_id=submission.account_id,
            submission=submission,
            material=picture.material,
            rendition=picture.ready_rendition,
            position=position,
        )
        for position, picture in enumerate(pictures)
    )


def _of(subject: Subject) -> Any:
    return Submission.objects.filter(template=subject.template, domain=subject.domain)


def _label(subject: Subject) -> str:
    return str(subject.domain or subject.template)


def _logged(submission: Submission, pictures: Sequence[Prepared]) -> dict[str, Any]:
    return {
        "state": submission.state,
        "document_type": submission.document_type,
        "number": submission.number_masked,
        "materials": [picture.material.public_id for picture in pictures],
        "confirmed_warnings": submission.confirmed_warnings,
    }
