"""The API document in Chinese.

It is written in English, in docstrings and schemas of every app; most of its texts are of no use
anywhere else. Their translations are a catalogue of their own, by paragraph. What an app has
translated already (meanings of codes, labels of choices, events) comes translated.
"""

import gettext
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator

from .document_walk import with_texts

DOMAIN = "document"
CHINESE, ENGLISH = "zh-hans", "en"
_LOCALE = Path(__file__).with_name("locale")


class DocumentGenerator(SchemaGenerator):
    """The document in the language that is active."""

    def get_schema(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        document: dict[str, Any] = super().get_schema(*args, **kwargs)
        if translation.get_language() != CHINESE:
            return document
        chinese = _catalogue()
        return with_texts(document, lambda text, _place: chinese.gettext(text))


def texts_to_translate() -> dict[str, str]:
    """The paragraphs that no app has translated, and where the first of each stands."""
    english, chinese = _texts(ENGLISH), _texts(CHINESE)
    return {text: place for text, place in english.items() if text in chinese}


def _texts(language: str) -> dict[str, str]:
    found: dict[str, str] = {}

    def note(text: str, place: str) -> str:
        found.setdefault(text, place)
        return text

    with translation.override(language):
        with_texts(SchemaGenerator().get_schema(request=None, public=True), note)
    return found


@lru_cache(maxsize=1)
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, _LOCALE, languages=["zh_Hans"], fallback=True)
