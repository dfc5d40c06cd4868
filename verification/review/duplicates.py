"""Other submissions with the same number or the same picture.

In the account each with its state; elsewhere as a number only, since other accounts are nobody's
business. Four queries, however many there are.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet

from registrar.crypto import blind_indexes
from registrar.crypto.configured import get_keyring
from templates_app.fields_of import NUMBER_PURPOSE
from verification.models import Submission, SubmissionMaterial

MOST_SHOWN = 20
# Whether there are so many or more makes no difference to a decision.
MOST_COUNTED = 100
_SEALED = ("document_number", "template__document_number")


@dataclass(frozen=True, slots=True)
class Duplicate:
    submission: Submission
    same_number: bool
    same_picture: bool


@dataclass(frozen=True, slots=True)
class Duplicates:
    """`here`, newest first; `more`: there are more than those. `numbers_elsewhere` and
    `pictures_elsewhere` count submissions of other accounts, up to MOST_COUNTED."""

    here: tuple[Duplicate, ...]
    more: bool
    numbers_elsewhere: int
    pictures_elsewhere: int

    @property
    def any(self) -> bool:
        return bool(self.here or self.numbers_elsewhere or self.pictures_elsewhere)


def find_duplicates(submission: Submission, *, number: str, digests: set[str]) -> Duplicates:
    """`number` as it was typed, `digests` those of its pictures. Earlier attempts of the same
    template or domain are no duplicates: the history has them."""
    numbers = {submission.number_index, *blind_indexes(get_keyring(), number, NUMBER_PURPOSE)}
    same_number = Submission.objects.filter(number_index__in=numbers)
    with_picture = SubmissionMaterial.objects.filter(material__sha256__in=digests)
    same_picture = Submission.objects.filter(pk__in=with_picture.values("submission_id"))
    here: dict[int, Duplicate] = {}
    for row in _here(same_number, submission):
        here[row.pk] = Duplicate(row, same_number=True, same_picture=False)
    for row in _here(same_picture, submission):
        known = here.get(row.pk, Duplicate(row, same_number=False, same_picture=True))
        here[row.pk] = replace(known, same_picture=True)
    newest = sorted(here.values(), key=lambda one: -one.submission.pk)
    return Duplicates(
        here=tuple(newest[:MOST_SHOWN]),
        more=len(newest) > MOST_SHOWN,
        numbers_elsewhere=_elsewhere(same_number, submission),
        pictures_elsewhere=_elsewhere(same_picture, submission),
    )


def _here(rows: QuerySet[Any], submission: Submission) -> QuerySet[Any]:
    others = rows.filter(account_id=submission.account_id)
    if submission.template_id is not None:
        others = others.exclude(template_id=submission.template_id)
    else:
        others = others.exclude(domain_id=submission.domain_id)
    related = others.select_related("template", "domain").defer(*_SEALED)
    return related.order_by("-pk")[: MOST_SHOWN + 1]


def _elsewhere(rows: QuerySet[Any], submission: Submission) -> int:
    found: int = rows.exclude(account_id=submission.account_id).values("pk")[:MOST_COUNTED].count()
    return found
