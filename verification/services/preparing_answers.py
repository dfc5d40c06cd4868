"""Getting the pictures ready that a customer brings to a reviewer's request."""

from collections.abc import Sequence

from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from verification.asking.shown import asked_of
from verification.materials_rules import get_profile
from verification.models import Submission

from .answers_to_more import Answer
from .brought_pictures import pictures_after
from .preparing import wait_for_pictures


def wait_for_answers(
    *, actor: Actor, submission: Submission, answers: Sequence[Answer], dry_run: bool = False
) -> None:
    """Have every picture read and made that would then be sent, the old ones included: two sides
    may become one. Waits as `wait_for_pictures` does; outside of any transaction. Judges nothing.
    """
    with acting_as(actor):
        asked = asked_of(submission)
        given = {answer.item: answer.material for answer in answers}
        items = [point.item for point in asked.points] if asked else []
        brought = {item.pk: given.get(item.public_id) for item in items}
        new = {pk: material for pk, material in brought.items() if material is not None}
        if not new:
            return
        materials = pictures_after(submission, items, new).materials
    profile = get_profile(submission.profile)
    wait_for_pictures(actor=actor, materials=materials, profile=profile, dry_run=dry_run)
