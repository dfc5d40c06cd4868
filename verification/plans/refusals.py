"""Refusals as they are kept with a line: a worker reads no language, its readers do."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.errors import ServiceError
from registrar.languages import in_every_language, in_reading_language

UNEXPECTED = ServiceError(
    "unexpected",
    _("Something went wrong on our side. Nothing was changed; plan this domain again."),
)


def refusal_of(error: ServiceError) -> list[dict[str, Any]]:
    """Every reason with its code, and its sentence in each language."""
    reasons = [(reason.code, reason.message) for reason in error.errors]
    found = reasons or [(error.code, error.message)]
    return [{"code": code, "text": in_every_language(message)} for code, message in found]


def sentences_of(refusal: Sequence[dict[str, Any]]) -> list[str]:
    """The reasons in the active language."""
    return [in_reading_language(reason["text"]) for reason in refusal]
