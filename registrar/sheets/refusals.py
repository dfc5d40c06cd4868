"""Reasons as they are kept with an import or a row; their readers choose the language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, ServiceError
from registrar.languages import in_every_language, in_reading_language

UNEXPECTED = FieldError(
    "", "unexpected", _("Something went wrong on our side. Nothing of this row was changed.")
)
_MOST = 20

Kept = list[dict[str, Any]]


def kept_errors(errors: Iterable[FieldError]) -> Kept:
    """Each with field, code, and its sentence in every language."""
    found = list(errors)[:_MOST]
    return [{"field": e.field, "code": e.code, "text": in_every_language(e.message)} for e in found]


def kept_refusal(error: ServiceError) -> Kept:
    """Every reason of a refusal."""
    return kept_errors(error.errors or [FieldError("", error.code, error.message)])


def told_errors(kept: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Field, code and message in the active language."""
    return [
        {"field": e["field"], "code": e["code"], "message": in_reading_language(e["text"])}
        for e in kept
    ]
