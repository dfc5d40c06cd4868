"""What the first review does with the submissions of one profile. Staff keep it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from registrar.accounts.staff import require_staff
from registrar.errors import FieldError, InvalidInput
from registrar.oplog.staff_log import record_for_staff
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import for_the_registrar
from verification.models import ReviewPolicy

# Who may make a policy may change it.
KEEP = ("verification.add_reviewpolicy", "verification.change_reviewpolicy")


@transaction.atomic
def set_review_policy(
    *, actor: Actor, profile: str, four_eyes: bool, due_hours: int | None
) -> ReviewPolicy:
    """Say for a profile whether two decide, and in how many working hours (None: the default).

    Counts for what is handed in, and for what is decided, from now on; due times that stand
    stay. The same again changes nothing. NotPermitted without both rights on policies;
    InvalidInput for an unknown profile and for hours out of range.
    """
    require_staff(actor, *KEEP)
    wanted: dict[str, Any] = {"four_eyes": four_eyes, "due_hours": due_hours}
    _check(ReviewPolicy(profile=profile, **wanted))
    with for_the_registrar():
        # Two who make it at the same time: the second finds the first one's.
        policy, made = ReviewPolicy.objects.select_for_update().get_or_create(
            profile=profile, defaults=wanted
        )
        before = {n: getattr(policy, n) for n in wanted if getattr(policy, n) != wanted[n]}
        if not made and not before:
            return policy
        after = {name: wanted[name] for name in before} or wanted
        for name, value in after.items():
            setattr(policy, name, value)
        policy.save(update_fields=list(after))
    record_for_staff(actor=actor, about=policy, before=None if made else before, after=after)
    return policy


def _check(policy: ReviewPolicy) -> None:
    """By the model's own rules, which the form asks too."""
    try:
        policy.clean_fields()
        policy.clean()
    except ValidationError as wrong:
        raise InvalidInput(
            errors=[
                FieldError(field, "invalid", str(message))
                for field, messages in wrong.message_dict.items()
                for message in messages
            ]
        ) from None
