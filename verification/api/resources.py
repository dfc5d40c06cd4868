"""What has an ETag: a submission."""

from typing import Any

from registrar.api.conditions import Resource
from registrar.tenancy.context import require_actor
from verification.selectors import find_submission
from verification.services.subjects import lock_submission

from .shapes import submission_shape


def _lock(verification_id: str) -> object:
    return lock_submission(find_submission(verification_id).pk)


def _shown(verification_id: str) -> dict[str, Any]:
    """As it is shown to whoever asks: keys that may not see pictures are told less."""
    return submission_shape(find_submission(verification_id), require_actor())


SUBMISSION = Resource(lock=_lock, shown=_shown)
