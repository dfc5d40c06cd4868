"""Sentences kept for later: a worker reads no language, its readers do."""

from collections.abc import Mapping

from django.conf import settings
from django.utils import translation

from registrar.errors import Text


def in_every_language(message: Text) -> dict[str, str]:
    """The sentence in each of settings.LANGUAGES. A text that is said already stays as it is."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[language] = str(message)
    return found


def in_reading_language(kept: Mapping[str, str]) -> str:
    """What `in_every_language` kept, in the active language; English where that is missing."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    return kept.get(language) or kept["en"]
