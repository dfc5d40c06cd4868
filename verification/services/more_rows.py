"""Requests for more that nobody answers any more."""

from django.utils import timezone

from verification.models import MoreRequest, Submission


def drop_more_requests(row: Submission) -> None:
    """What was asked from the customer is not wanted any more; the caller holds the lock."""
    MoreRequest.objects.filter(submission=row, answered_at=None, dropped_at=None).update(
        dropped_at=timezone.now()
    )
