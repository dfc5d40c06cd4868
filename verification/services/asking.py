"""A reviewer asks the customer for more, before deciding: the clock stands still meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import User
from registrar.errors import FieldError, InvalidInput
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from registrar.transitions import move
from verification.asking.items import ITEMS, AnswerKind
from verification.models import Material, MoreItem, MoreRequest, ReviewDecision, Submission
from verification.notices import tell_more_wanted
from verification.selectors import materials_of
from verification.states import DecisionStanding, Verdict
from verification.submission_rules import MAX_MATERIALS

from .claims import claimed_by
from .decision_rows import write_decision
from .review_clock import stop_clock
from .reviewers import require_reviewer

MOST_ITEMS = 10
MOST_DETAIL = 300
MOST_NOTE = 1000


@dataclass(frozen=True, slots=True)
class Ask:
    """One point: `what` of verification.asking.items, the reviewer's own words, and the picture
    that it speaks of (its mat_… id, "" for none)."""

    what: str
    detail: str = ""
    about: str = ""


@transaction.atomic
def ask_for_more(
    *,
    actor: Actor,
    submission: Submission,
    items: Sequence[Ask],
    note_to_user: str = "",
    note_to_staff: str = "",
) -> MoreRequest:
    """Ask the customer for 1 to MOST_ITEMS points of a submission that `actor` has claimed.

    The claim ends and the answer comes back to the asker. A decision that a colleague proposed
    is overruled by it. Raises NotPermitted, StateConflict (not claimed by the actor), or
    InvalidInput with field errors (`items`, `items.0.what`, `items.0.about`, …).
    """
    user = require_reviewer(actor)
    row, _subject = claimed_by(actor, submission)
    pictures = {material.public_id: material for material in materials_of(row)}
    _refuse_wrong(items, pictures, {"note_to_user": note_to_user, "note_to_staff": note_to_staff})
    before = row.state
    _overrule(actor, row)
    write_decision(
        reviewer=user,
        submission=row,
        verdict=Verdict.ASK,
        note_to_user=note_to_user,
        note_to_staff=note_to_staff,
    )
    request = _write(user, row, items, pictures, note_to_user)
    move(row.ask_for_more)
    stop_clock(row)
    row.reviewer_id, row.lease_until, row.waiting_since = None, None, None
    row.assigned_to_id = actor.user_id
    row.save()
    tell_more_wanted(row, request)
    record(
        actor=actor,
        action="submission.more_asked",
        about=row,
        before={"state": before},
        after={"state": row.state, "asked": [item.what for item in items]},
    )
    return request


def _overrule(actor: Actor, row: Submission) -> None:
    """Who asks on has not confirmed what a first reviewer proposed."""
    ReviewDecision.objects.filter(submission=row, standing=DecisionStanding.PROPOSED).update(
        standing=DecisionStanding.OVERRULED, closed_by=actor.user_id, closed_at=timezone.now()
    )


def _write(
    user: User,
    row: Submission,
    items: Sequence[Ask],
    pictures: dict[str, Material],
    note_to_user: str,
) -> MoreRequest:
    request = MoreRequest(
        account_id=row.account_id,
        submission=row,
        asked_by=user,
        asked_at=timezone.now(),
        note_to_user=note_to_user.strip(),
    )
    request.save(force_insert=True)
    MoreItem.objects.bulk_create(
        MoreItem(
            account_id=row.account_id,
            request=request,
            position=position,
            what=item.what,
            detail=item.detail.strip(),
            about=pictures.get(item.about),
        )
        for position, item in enumerate(items)
    )
    return request


def _refuse_wrong(
    items: Sequence[Ask], pictures: dict[str, Material], notes: dict[str, str]
) -> None:
    errors = [*_wrong_in_all(items, pictures), *_wrong_items(items, pictures)]
    for name, note in notes.items():
        if len(note.strip()) > MOST_NOTE:
            errors.append(_too_long(name, MOST_NOTE))
    if errors:
        raise InvalidInput(errors=errors)


def _wrong_in_all(items: Sequence[Ask], pictures: dict[str, Material]) -> Iterator[FieldError]:
    if not items:
        yield FieldError("items", "required", _("Choose at least one point to ask for."))
    if len(items) > MOST_ITEMS:
        message = _("At most %(limit)d points can be asked for at once.") % {"limit": MOST_ITEMS}
        yield FieldError("items", "too_many", message)
    added = [item for item in items if item.what in ITEMS and _adds(item)]
    room = max(0, MAX_MATERIALS - len(pictures))
    if len(added) > room:
        message = _(
            "A submission holds at most %(limit)d pictures: there is room for %(room)d new ones."
        ) % {"limit": MAX_MATERIALS, "room": room}
        yield FieldError("items", "too_many_materials", message)


def _adds(item: Ask) -> bool:
    asked = ITEMS[item.what]
    return asked.answer is AnswerKind.PICTURE and not asked.replaces


def _wrong_items(items: Sequence[Ask], pictures: dict[str, Material]) -> Iterator[FieldError]:
    replaced: set[str] = set()
    for position, item in enumerate(items):
        at = f"items.{position}"
        asked = ITEMS.get(item.what)
        if asked is None:
            yield FieldError(f"{at}.what", "invalid_choice", _("Choose what to ask for."))
            continue
        if len(item.detail.strip()) > MOST_DETAIL:
            yield _too_long(f"{at}.detail", MOST_DETAIL)
        if item.about and item.about not in pictures:
            message = _("This picture is no longer part of the submission.")
            yield FieldError(f"{at}.about", "invalid_choice", message)
        elif asked.replaces and not item.about:
            yield FieldError(f"{at}.about", "required", _("Choose the picture that it is about."))
        elif asked.replaces and item.about in replaced:
            message = _("This picture is asked for anew already. Put it all in one point.")
            yield FieldError(f"{at}.about", "duplicate", message)
        if asked.replaces:
            replaced.add(item.about)


def _too_long(field: str, limit: int) -> FieldError:
    message = _("At most %(limit)d characters.") % {"limit": limit}
    return FieldError(field, "max_length", message)
