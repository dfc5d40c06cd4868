"""The customer brings what a reviewer asked for: the review goes on with it."""

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from domains.states import RealName
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.materials_rules import get_profile
from verification.models import Material, MoreItem, MoreRequest, Submission
from verification.prepared import Prepared, prepared
from verification.schedule import expected_on
from verification.states import SubmissionState
from verification.telling import told

from .accepting import accept_findings, own_materials, refuse_pending
from .answers_to_more import Answer, fields_of, refuse_used, refuse_wrong_answers
from .brought_findings import document_of, findings_in
from .brought_pictures import keep_pictures, pictures_after
from .confirming import warnings_seen as seen_in
from .findings_noted import note_findings
from .review_clock import resume_clock
from .subjects import lock_submission


@transaction.atomic
def bring_more(
    *,
    actor: Actor,
    submission: Submission,
    answers: Sequence[Answer],
    confirmed_warnings: Collection[str] = (),
    warnings_seen: str | None = None,
) -> Submission:
    """Answer every point of the open request: pictures that are ready and new, words up to
    MOST_ANSWER characters. A picture that was asked for anew is replaced: kept, no longer sent.

    The pre-check looks at the new pictures as `submit_verification` has it, with one difference:
    what they say otherwise than the form is a warning, since a person looks next. The row comes
    back to the reviewer who asked. Raises NotPermitted, NotFound, StateConflict (nothing is
    asked any more; `pictures_pending`), InvalidInput (`answers`, `answers.0.material`, …;
    `warnings_unconfirmed`).
    """
    require(actor, Permission.VERIFICATIONS_WRITE)
    row, _subject = lock_submission(submission.pk)
    if row.state != SubmissionState.MORE_WANTED:
        raise StateConflict
    request = MoreRequest.objects.get(submission=row, answered_at=None, dropped_at=None)
    items = list(request.items.select_related("about"))
    given = refuse_wrong_answers(items, answers)
    brought = _brought(actor, given)
    refuse_used(answers)
    pictures = pictures_after(row, items, brought)
    made = prepared(pictures.materials, get_profile(row.profile))
    confirmed = _accepted(
        actor, row, made, fields_of(answers), confirmed=confirmed_warnings, seen=warnings_seen
    )
    if brought:
        # Words alone leave as it is what the reviewer has seen going out.
        keep_pictures(pictures, made)
    _keep_answers(actor, request, items, given)
    _go_on(row, confirmed)
    note_findings(row)
    record(
        actor=actor,
        action="submission.more_brought",
        about=row,
        before={"state": SubmissionState.MORE_WANTED},
        after={
            "state": row.state,
            "asked": [item.what for item in items],
            "materials": [material.public_id for material in brought.values()],
            "confirmed_warnings": confirmed,
        },
    )
    return row


def _brought(actor: Actor, given: Mapping[int, Answer]) -> dict[int, Material]:
    """The pictures by the primary key of their item, locked against erasure."""
    wanted = {pk: answer.material for pk, answer in given.items() if answer.material is not None}
    return dict(zip(wanted, own_materials(actor, list(wanted.values())), strict=True))


def _accepted(
    actor: Actor,
    row: Submission,
    made: Sequence[Prepared],
    new: Mapping[int, str],
    *,
    confirmed: Collection[str],
    seen: str | None,
) -> list[str]:
    """The warnings that were confirmed; raises as `accept_findings` does."""
    if new:
        refuse_pending(made)
    findings = told(findings_in(row, made, new=new), actor)
    materials = [picture.material for picture in made]
    seen_now = seen_in(findings, document=document_of(row), materials=materials)
    return accept_findings(findings, confirmed=confirmed, seen=seen, seen_now=seen_now)


def _keep_answers(
    actor: Actor, request: MoreRequest, items: Sequence[MoreItem], given: Mapping[int, Answer]
) -> None:
    for item in items:
        item.answer_text = given[item.pk].text.strip()
        item.answer_picture = given[item.pk].material
    MoreItem.objects.bulk_update(items, ["answer_text", "answer_picture"])
    request.answered_at, request.answered_by = timezone.now(), actor.label[:128]
    request.save(update_fields=["answered_at", "answered_by", "updated_at"])


def _go_on(row: Submission, confirmed: Collection[str]) -> None:
    """Back to the reviewers, with a new promise: the materials are complete only now."""
    move(row.bring_more)
    resume_clock(row)
    expected = expected_on(
        get_profile(row.profile),
        today=timezone.localdate(),
        corrected_materials=row.state_before == RealName.FAILED,
    )
    row.expected_on, row.expected_provisional = expected.date, expected.provisional
    row.confirmed_warnings = sorted({*row.confirmed_warnings, *confirmed})
    row.save()
