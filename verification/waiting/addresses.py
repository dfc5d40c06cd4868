"""Where a failure is answered."""

from django.urls import reverse

from verification.models import Submission


def page_of(submission: Submission) -> str:
    """Where a failure is answered: the domain's own page, or for a template the submission's."""
    if submission.domain is not None:
        return reverse("verification:reverify", args=[submission.domain.name])
    return reverse("verification:detail", args=[submission.public_id])
