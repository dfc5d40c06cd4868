"""Refusals as items keep them, and as the API tells them again: RFC 9457, in the language of
whoever reads."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _

from registrar.api.problems import problem_body
from registrar.errors import ServiceError
from registrar.languages import in_every_language, in_reading_language

UNEXPECTED = ServiceError(
    "unexpected",
    _("Something went wrong on our side. Nothing was changed; resume the batch to try again."),
)
_HIDDEN = _("Told in words to those who may see the pictures.")


def keep(error: ServiceError, *, private: bool = False) -> dict[str, Any]:
    """JSON values only, each sentence in every language. The reasons of a `private` one are told
    by their codes only to those who may not see what they speak of."""
    extra = dict(error.extra)
    if error.blocked_until:
        extra["blocked_until"] = error.blocked_until
    kept = {
        "status": error.status,
        "code": error.code,
        "detail": in_every_language(error.message),
        "errors": [
            {"field": e.field, "code": e.code, "message": in_every_language(e.message)}
            for e in error.errors
        ],
        "extra": extra,
        "private": private,
    }
    return dict(json.loads(json.dumps(kept, cls=DjangoJSONEncoder)))


def tell(kept: dict[str, Any], *, request_id: str, whole: bool) -> dict[str, Any]:
    """The problem document, as the item alone would have been answered; `whole` for those who
    may see what its reasons speak of."""
    detail = in_reading_language(kept["detail"])
    body = problem_body(None, status=kept["status"], code=kept["code"], detail=detail)
    errors = [reason | {"message": _message(kept, reason, whole)} for reason in kept["errors"]]
    return body | kept["extra"] | {"errors": errors, "request_id": request_id}


def sentences(kept: dict[str, Any], *, whole: bool) -> list[str]:
    """The reasons for people: each one with the field that it is about, as the call named it, or
    the refusal's own sentence where it names none."""
    reasons = [_at_its_field(reason, _message(kept, reason, whole)) for reason in kept["errors"]]
    return list(dict.fromkeys(reasons)) or [in_reading_language(kept["detail"])]


def _at_its_field(reason: dict[str, Any], message: str) -> str:
    return f"{reason['field']}: {message}" if reason["field"] else message


def _message(kept: dict[str, Any], reason: dict[str, Any], whole: bool) -> str:
    hidden = kept.get("private") and not whole
    return str(_HIDDEN) if hidden else in_reading_language(reason["message"])
