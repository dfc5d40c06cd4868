"""Whose turn it is: submissions are set aside for one reviewer, or for nobody."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Membership, User
from registrar.errors import FieldError, InvalidInput
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from verification.models import ReviewDecision, Submission
from verification.states import WITH_REVIEWERS, DecisionStanding

from .reviewers import DECIDE, require_reviewer, who_may_decide


@transaction.atomic
def assign_submissions(
    *, actor: Actor, submissions: Sequence[Submission], assignee: User | None
) -> int:
    """Set them aside for `assignee` (None: for nobody), and say how many that changed.

    It decides what `claim_next` offers to whom; everybody may still claim each. Left as they
    are: those that are no longer with the reviewers, those of an account of the assignee's own,
    and those that they have decided once. InvalidInput for somebody who may not decide.
    """
    require_reviewer(actor)
    if assignee is not None and not _may_decide(assignee):
        message = _("This person may not decide submissions.")
        raise InvalidInput(errors=[FieldError("assignee", "invalid_choice", message)])
    wanted = [submission.pk for submission in submissions]
    # In one order, so that two who assign at once wait for each other.
    rows = Submission.objects.select_for_update(of=("self",)).filter(
        pk__in=wanted, state__in=sorted(WITH_REVIEWERS)
    )
    found = [row for row in rows.order_by("pk") if row.assigned_to_id != _pk(assignee)]
    changed = list(_possible(found, assignee))
    before = {row.pk: row.assigned_to_id for row in changed}
    for row in changed:
        row.assigned_to = assignee
    Submission.objects.bulk_update(changed, ["assigned_to"])
    # One account's chain after the other, as all who log for several take them.
    for row in sorted(changed, key=lambda row: (row.account_id, row.pk)):
        record(
            actor=actor,
            action="submission.assigned",
            about=row,
            before={"assigned_to": _name(before[row.pk])},
            after={"assigned_to": _name(row.assigned_to_id)},
        )
    return len(changed)


def reviewers() -> list[User]:
    """Who may decide, by name."""
    return list(who_may_decide().order_by("name", "email"))


def _possible(rows: list[Submission], assignee: User | None) -> Iterable[Submission]:
    if assignee is None:
        return rows
    own = set(Membership.objects.filter(user=assignee).values_list("account_id", flat=True))
    decided = ReviewDecision.objects.filter(
        submission__in=rows, reviewer=assignee, standing=DecisionStanding.PROPOSED
    )
    once = set(decided.values_list("submission_id", flat=True))
    return (row for row in rows if row.account_id not in own and row.pk not in once)


def _may_decide(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(DECIDE)


def _pk(user: User | None) -> int | None:
    return user.pk if user else None


def _name(user_id: int | None) -> str:
    return f"user:{user_id}" if user_id else ""
