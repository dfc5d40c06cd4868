"""Sentences that are kept: a worker reads no language, whoever reads them later does."""

from collections.abc import Mapping

from django.conf import settings
from django.utils import translation

from .errors import Text


def in_every_language(message: Text) -> dict[str, str]:
    """The sentence in each of settings.LANGUAGES, by its code."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[language] = str(message)
    return found


def in_this_language(kept: Mapping[str, str]) -> str:
    """What `in_every_language` has kept, in the active language."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    return kept.get(language) or kept["en"]
