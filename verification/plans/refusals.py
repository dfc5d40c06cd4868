"""Refusals as they are kept with a line: a worker reads no language, its readers do."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from registrar.errors import ServiceError, Text

UNEXPECTED = ServiceError(
    "unexpected",
    _("Something went wrong on our side. Nothing was changed; plan this domain again."),
)


def refusal_of(error: ServiceError) -> list[dict[str, Any]]:
    """Every reason with its code, and its sentence in each language."""
    reasons = [(reason.code, reason.message) for reason in error.errors]
    found = reasons or [(error.code, error.message)]
    return [{"code": code, "text": _in_every_language(message)} for code, message in found]


def sentences_of(refusal: Sequence[dict[str, Any]]) -> list[str]:
    """The reasons in the active language."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    return [reason["text"].get(language) or reason["text"]["en"] for reason in refusal]


def _in_every_language(message: Text) -> dict[str, str]:
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[language] = str(message)
    return found
