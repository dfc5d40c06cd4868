"""Whether there is still something to be done about a failure."""

from domains.states import RealName, RegistrantChange
from templates_app.states import TemplateState
from verification.models import Submission

_FAILED = (TemplateState.FAILED, RealName.FAILED)
_UNVERIFIED = (TemplateState.UNVERIFIED, RealName.UNVERIFIED)


def still_failed(submission: Submission) -> bool:
    """Whether its template or domain stands as failed; a deleted template stands for nothing."""
    return _standing(submission) in _FAILED


def waits_for_retry(submission: Submission) -> bool:
    """Whether the template or domain still stands as this failure, or a withdrawal, left it,
    and no change of registrant is deciding about it."""
    domain = submission.domain
    if domain and domain.registrant_change == RegistrantChange.IN_REVIEW:
        return False
    return _standing(submission) in (*_FAILED, *_UNVERIFIED)


def _standing(submission: Submission) -> str:
    template, domain = submission.template, submission.domain
    if template is not None:
        return "" if template.deleted_at else str(template.state)
    return str(domain.real_name) if domain is not None else ""
