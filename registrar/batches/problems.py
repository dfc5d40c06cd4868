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


def keep(error: ServiceError) -> dict[str, Any]:
    """JSON values only, each sentence in every language."""
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
    }
    return dict(json.loads(json.dumps(kept, cls=DjangoJSONEncoder)))


def tell(kept: dict[str, Any], *, request_id: str) -> dict[str, Any]:
    """The problem document, as the item alone would have been answered."""
    detail = in_reading_language(kept["detail"])
    body = problem_body(None, status=kept["status"], code=kept["code"], detail=detail)
    errors = [
        reason | {"message": in_reading_language(reason["message"])} for reason in kept["errors"]
    ]
    return body | kept["extra"] | {"errors": errors, "request_id": request_id}


def sentences(kept: dict[str, Any]) -> list[str]:
    """The reasons for people: each one, or the refusal's own sentence where it names none."""
    reasons = [in_reading_language(reason["message"]) for reason in kept["errors"]]
    return reasons or [in_reading_language(kept["detail"])]
