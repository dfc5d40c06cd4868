"""The OpenAPI document, as a file and as a page of our own."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe
from drf_spectacular.views import SpectacularAPIView

from .doc_operations import resources_of
from .doc_words import words_of
from .document_texts import DocumentGenerator
from .problem_codes import problem_codes


class SchemaView(SpectacularAPIView):
    """For everybody: the document names no secret. Asks no key, not even a wrong one."""

    authentication_classes: list[Any] = []
    permission_classes: list[Any] = []
    generator_class = DocumentGenerator


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation by resource; needs neither a key nor scripts."""
    parts = _parts(get_language() or settings.LANGUAGE_CODE, settings.CONSOLE_URL)
    return render(request, "api/docs.html", parts | {"problems": problem_codes()})


@lru_cache(maxsize=8)
def _parts(language: str, base: str) -> dict[str, Any]:
    """Made once for each language: the document changes with the code only."""
    document = _document(language)
    words = words_of(_document(code) for code, _name in settings.LANGUAGES)
    events = {name: item["post"] for name, item in document.get("webhooks", {}).items()}
    told = {tag["name"]: tag["description"] for tag in document["tags"]}
    return {"resources": resources_of(document, base, words), "told": told, "events": events}


@lru_cache(maxsize=8)
def _document(language: str) -> dict[str, Any]:
    with override(language):
        document: dict[str, Any] = DocumentGenerator().get_schema(request=None, public=True)
    return document
