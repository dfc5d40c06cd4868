"""Whether a submission goes to the reviewers first, or straight to the authority."""

from collections.abc import Collection
from typing import TypeVar

from django.conf import settings

from registrar.accounts.models import Account
from registrar.accounts.review_levels import ReviewLevel
from verification.authorities.routing import authority_for
from verification.models import Submission
from verification.prechecks import Checked, Precheck

from .handing_over import suffix_of

_Checked = TypeVar("_Checked", bound=Checked)


def goes_straight(submission: Submission, found: Precheck[_Checked]) -> bool:
    """No first review: the account is trusted, the submission is clean, and an authority takes
    it. What nobody takes stays with the reviewers, who are told."""
    account = Account.objects.get(pk=submission.account_id)
    if account.review_level != ReviewLevel.STRAIGHT_WHEN_CLEAN:
        return False
    confirmed = submission.confirmed_warnings
    if not is_clean(found, confirmed=confirmed, reads=settings.READ_PICTURES):
        return False
    suffix = suffix_of(submission)
    return authority_for(suffix=suffix, profile=submission.profile) is not None


def is_clean(found: Precheck[_Checked], *, confirmed: Collection[str], reads: bool) -> bool:
    """Nothing was to be confirmed, nothing more than told is found, and every picture was read,
    in an installation that `reads` pictures. `found` is the whole pre-check, pictures included."""
    if confirmed or (reads and any(picture.reading is None for picture in found.pictures)):
        return False
    return all(finding.level == "info" for finding in found.findings)
