"""Submissions of the past. The services write the present only, so these rows are built here,
through the same transitions; call inside the fence."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from domains.models import Domain
from registrar.accounts.models import User
from registrar.tenancy.actor import system_actor
from templates_app.models import InfoTemplate
from verification.authorities.routing import simulated_authority
from verification.materials_rules import DEFAULT_PROFILE, get_profile
from verification.messages.queueing import note_unknown
from verification.messages.states import MessageSource
from verification.messages.understanding import understand
from verification.models import Material, Submission, SubmissionMaterial
from verification.schedule import deadline_after, expected_on
from verification.services.sealing import number_fields
from verification.states import FailureStage
from verification.waiting.services import after_failure

from .cast import STAFF
from .identities import Identity
from .plan import Attempt

_ANSWER_AFTER = dt.timedelta(days=1, hours=3)
_HANDED_OVER_AFTER = dt.timedelta(minutes=50)


def write_attempts(
    attempts: Sequence[Attempt],
    *,
    identity: Identity,
    material: Material,
    submitted_by: str,
    template: InfoTemplate | None = None,
    domain: Domain | None = None,
) -> None:
    """One ended submission for each attempt, oldest first; the last one still waits where its
    failure has to."""
    for position, attempt in enumerate(attempts, start=1):
        begun = timezone.now() - dt.timedelta(days=attempt.days_ago, hours=position)
        submission = new_submission(
            attempt,
            identity=identity,
            submitted_by=submitted_by,
            template=template,
            domain=domain,
            begun=begun,
        )
        submission.attempt = position
        _end(submission, attempt, begun=begun)
        keep(submission, material, begun=begun)
        if position == len(attempts) and attempt.failed:
            after_failure(system_actor(submission.account_id), submission)


def new_submission(
    attempt: Attempt,
    *,
    identity: Identity,
    submitted_by: str,
    template: InfoTemplate | None,
    domain: Domain | None,
    begun: dt.datetime,
) -> Submission:
    """An unsaved submission in the state `submitted`, as it was handed in at `begun`."""
    profile = get_profile(DEFAULT_PROFILE)
    day = timezone.localdate(begun)
    expected = expected_on(profile, today=day, corrected_materials=False)
    submission = Submission(
        account_id=(template or domain).account_id,  # type: ignore[union-attr]
        template=template,
        domain=domain,
        profile=profile.code,
        holder_type=identity.holder_type,
        holder_name=domain.registrant_name if domain else identity.name,
        contact_name=str(domain.contact.get("contact_name_zh", ""))
        if domain
        else identity.contact_name,
        document_type=attempt.document_type or identity.document_type,
        submitted_by=submitted_by,
        submitted_at=begun,
        expected_on=expected.date,
        expected_provisional=expected.provisional,
        deadline=deadline_after(profile, today=day),
        state_before="unverified",
        **number_fields(attempt.number or identity.number),
    )
    submission.submit()
    return submission


def keep(submission: Submission, material: Material, *, begun: dt.datetime) -> None:
    submission.save(force_insert=True)
    # Made now, but of that day.
    Submission.objects.filter(pk=submission.pk).update(created_at=begun)
    SubmissionMaterial.objects.create(
        account_id=submission.account_id, submission=submission, material=material, position=0
    )


def _end(submission: Submission, attempt: Attempt, *, begun: dt.datetime) -> None:
    ended = begun + _ANSWER_AFTER
    if attempt.stage == FailureStage.REVIEWER:
        submission.claim()
        submission.reviewer = User.objects.get(email=STAFF[0].email)
        submission.claimed_at = begun + _HANDED_OVER_AFTER
    else:
        submission.hand_over()
        submission.authority = simulated_authority()
        submission.sent_at = submission.received_at = begun + _HANDED_OVER_AFTER
    if attempt.stage == FailureStage.TIMEOUT and submission.deadline is not None:
        ended = min(submission.deadline, timezone.now())
    submission.ended_at = ended
    if not attempt.failed:
        submission.succeed()
        return
    submission.fail()
    submission.stage = attempt.stage
    submission.raw_messages = list(attempt.messages)
    found = understand(attempt.messages, note_unknown(attempt.messages, MessageSource.SUBMISSION))
    submission.reason_codes = list(attempt.reasons) or found.codes
    submission.unknown_messages, submission.queued_keys = found.unknown, found.keys
    submission.note_to_user = attempt.note
