"""Which refusals an operation may answer with, for the API document."""

from collections.abc import Iterable
from typing import Any

from rest_framework.permissions import SAFE_METHODS

from .problem_codes import ProblemCode, problem_code
from .problems import MEDIA_TYPE

_ALWAYS: tuple[str, ...] = ("bad_request", "invalid_input", "not_acceptable")
_ALWAYS += ("not_authenticated", "network_not_allowed", "too_many_requests")
# Conditions are read of every call: what has no `ETag` meets none.
_ALWAYS += ("invalid_precondition", "precondition_failed")
_UNSAFE: tuple[str, ...] = ("malformed_body", "body_too_large", "unsupported_media_type")
_UNSAFE += ("invalid_idempotency_key", "idempotency_in_progress", "idempotency_key_reused")
# Those that say in `Retry-After` when to come again.
_WAITING = {"idempotency_in_progress", "pictures_pending", "too_many_requests"}

PROBLEM = {
    "type": "object",
    "description": "A refusal as RFC 9457 describes it.",
    "required": ["type", "title", "status", "detail", "code", "errors", "request_id"],
    "properties": {
        "type": {"type": "string", "description": "`urn:zhengming:problem:` and the code"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "for people, in the asked language"},
        "code": {"type": "string", "description": "stable, for programs"},
        "errors": {
            "type": "array",
            "description": "each thing that is wrong, or each reason that blocks",
            "items": {
                "type": "object",
                "required": ["field", "code", "message"],
                "properties": {
                    "field": {"type": "string", "description": "empty for the whole input"},
                    "code": {"type": "string"},
                    "message": {"type": "string"},
                },
            },
        },
        "blocked_until": {
            "type": "string",
            "format": "date",
            "description": "the first day without what blocks now, where it is known",
        },
        "request_id": {"type": "string"},
    },
}


def codes_of(view: Any, method: str, operation: dict[str, Any]) -> list[str]:
    """What the operation may answer: by what it takes, and what the view names in `problems`."""
    codes = [*_ALWAYS, *getattr(view, "problems", {}).get(method, ())]
    if getattr(view.content_negotiation_class, "takes_any_accept", False):
        codes.remove("not_acceptable")
    if getattr(view, "scopes", {}).get(method) is not None:
        codes.append("scope_missing")
    parameters = operation.get("parameters", ())
    if any(parameter["in"] == "path" for parameter in parameters):
        codes.append("not_found")
    if any(parameter["name"] == "cursor" for parameter in parameters):
        codes.append("invalid_cursor")
    if method not in SAFE_METHODS:
        codes += _UNSAFE
    return sorted(set(codes))


def write_responses(operation: dict[str, Any], codes: Iterable[str]) -> None:
    """Every status of `codes` becomes a response that lists its codes and what they mean."""
    for status, known in _by_status(codes).items():
        response = operation["responses"].setdefault(str(status), {"description": ""})
        said = [str(response["description"]), *map(_line, known)]
        response["description"] = "\n\n".join(text for text in said if text)
        shape: dict[str, Any] = {"schema": _schema(known)}
        response["content"] = {MEDIA_TYPE: shape | _examples(response)}
        if any(one.code in _WAITING for one in known):
            response["headers"] = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}


def share_responses(document: dict[str, Any]) -> None:
    """Refusals that say nothing of their own are written once, below `components`."""
    shared = document.setdefault("components", {}).setdefault("responses", {})
    for item in document.get("paths", {}).values():
        for operation in item.values():
            for status, response in operation["responses"].items():
                codes = _plain_codes(response)
                if codes:
                    name = "Or".join(code.title().replace("_", "") for code in codes)
                    shared[name] = response
                    operation["responses"][status] = {"$ref": f"#/components/responses/{name}"}


def _plain_codes(response: dict[str, Any]) -> list[str]:
    """The codes of a refusal that is described by them alone; none for all other answers."""
    shape = response.get("content", {}).get(MEDIA_TYPE, {})
    if "schema" not in shape or "examples" in shape:
        return []
    codes: list[str] = shape["schema"]["allOf"][1]["properties"]["code"]["enum"]
    alone = "\n\n".join(map(_line, map(problem_code, codes)))
    return codes if response["description"] == alone else []


def _line(known: ProblemCode) -> str:
    return f"`{known.code}`: {known.meaning}"


def _by_status(codes: Iterable[str]) -> dict[int, list[ProblemCode]]:
    found: dict[int, list[ProblemCode]] = {}
    for code in sorted(codes):
        known = problem_code(code)
        found.setdefault(known.status, []).append(known)
    return dict(sorted(found.items()))


def _schema(known: list[ProblemCode]) -> dict[str, Any]:
    narrowed = {"properties": {"code": {"enum": [one.code for one in known]}}}
    return {"allOf": [{"$ref": "#/components/schemas/Problem"}, narrowed]}


def _examples(response: dict[str, Any]) -> dict[str, Any]:
    """Those that the view has given."""
    parts = response.get("content", {}).values()
    return next(({"examples": part["examples"]} for part in parts if "examples" in part), {})
