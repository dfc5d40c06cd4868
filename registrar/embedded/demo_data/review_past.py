"""Reviews of the last weeks, so that figures and histories have something to show. The services
write the present only: these rows are built, and written together."""

from django.db.models import F

from registrar.accounts.models import Account, User
from registrar.tenancy.actor import Actor, system_actor
from registrar.tenancy.context import acting_as
from verification.authorities.routing import simulated_authority
from verification.models import (
    AuthorityAnswer,
    Material,
    ReviewDecision,
    Submission,
    SubmissionMaterial,
)

from .cast import STAFF
from .pictures import load_picture
from .review_domains import add_review_domain, domain_is_there
from .review_holders import PAST_HOLDERS
from .review_past_rows import Review, Reviewed
from .review_stories import STORIES

_REGISTERED = 40  # days ago


def load_past_reviews(account: Account) -> None:
    """All of them, or none where they are there."""
    actor = system_actor(account.pk)
    with acting_as(actor):
        if domain_is_there(STORIES[0].domain):
            return
    pictures = [load_picture(account, holder) for holder in PAST_HOLDERS]
    with acting_as(actor):
        _write(actor, account, pictures)


def _write(actor: Actor, account: Account, pictures: list[Material]) -> None:
    authority = simulated_authority()
    people = tuple(User.objects.get(email=one.email) for one in STAFF if not one.superuser)
    made: list[Reviewed] = []
    shown: list[Material] = []
    for number, story in enumerate(STORIES):
        which = number % len(PAST_HOLDERS)
        holder = PAST_HOLDERS[which]
        domain = add_review_domain(
            actor, account, story.domain, holder, real_name=story.ends_as, age=_REGISTERED
        )
        for attempt, past in enumerate(story.attempts, start=1):
            reviewed = Review(past, holder, account, people, authority, place=len(made)).make()
            reviewed.submission.domain, reviewed.submission.attempt = domain, attempt
            made.append(reviewed)
            shown.append(pictures[which])
    _save(made, shown)


def _save(made: list[Reviewed], shown: list[Material]) -> None:
    submissions = Submission.objects.bulk_create([one.submission for one in made])
    keys = [row.pk for row in submissions]
    # Made now, but of that day.
    Submission.objects.filter(pk__in=keys).update(created_at=F("submitted_at"))
    SubmissionMaterial.objects.bulk_create(
        SubmissionMaterial(account_id=row.account_id, submission=row, material=material, position=0)
        for row, material in zip(submissions, shown, strict=True)
    )
    ReviewDecision.objects.bulk_create([row for one in made for row in one.decisions])
    AuthorityAnswer.objects.bulk_create([row for one in made for row in one.answers])
