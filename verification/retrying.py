"""Whether there is still something to be done about a failure."""

from domains.states import RegistrantChange
from templates_app.states import TemplateState
from verification.models import Submission


def waits_for_retry(submission: Submission) -> bool:
    """Whether the template or domain still stands as this failure, or a withdrawal, left it,
    and no change of registrant is deciding about it."""
    template, domain = submission.template, submission.domain
    if domain and domain.registrant_change == RegistrantChange.IN_REVIEW:
        return False
    state = template.state if template else domain.real_name if domain else ""
    return state in (TemplateState.FAILED, TemplateState.UNVERIFIED)
