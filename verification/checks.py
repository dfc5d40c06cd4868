"""What must be complete before the first request: no cause without a check or a question."""

from typing import Any

from django.core.checks import CheckMessage, Error

from verification.catalogue.catalogue import reasons
from verification.catalogue.model import CatalogueError
from verification.diagnosis import questions
from verification.diagnosis.registry import CHECKS
from verification.diagnosis.wording import texts


def check_diagnosis(**kwargs: Any) -> list[CheckMessage]:
    """verification.E001: the data can't be read; E002: causes that nothing judges."""
    try:
        texts()
        known = CHECKS.keys() | questions().keys()
        named = {cause for reason in reasons().values() for cause in reason.causes}
    except CatalogueError as error:
        return [Error(str(error), id="verification.E001")]
    missing = sorted(named - known)
    if not missing:
        return []
    return [Error(f"causes without a check or a question: {missing}", id="verification.E002")]
