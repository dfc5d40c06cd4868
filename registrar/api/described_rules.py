"""What the API document says of the rules that ApiView holds for every call alike."""

from typing import Any

Operation = dict[str, Any]

CONDITIONAL = "x-conditional"
_UNSAFE = ("post", "put", "patch", "delete")
_TAG = {"type": "string", "examples": ['"5f1d0c7a"']}

_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
    "description": "Your own text for this call, printable ASCII. Sent again with the same key"
    " within 24 hours, the call has no second effect, and a success is answered as it was.",
}
_DRY_RUN = {
    "name": "dry_run",
    "in": "query",
    "schema": {"type": "boolean", "default": False},
    "description": "`true`: the same checks and the same answer, and nothing is changed.",
}
_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "schema": _TAG,
    "description": "Do it only if the object still has this `ETag` (or one of several); `*`: if"
    " it is there.",
}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "schema": _TAG,
    "description": "Answer 304 without a body if the object still has this `ETag`.",
}
_HEADERS = {
    "Idempotency-Replayed": {
        "schema": {"const": "true"},
        "description": "The answer that was given when this `Idempotency-Key` was first sent.",
    },
    "Dry-Run": {"schema": {"const": "true"}, "description": "Nothing was changed."},
    "ETag": {
        "schema": _TAG,
        "description": "Changes whenever the object does; the same in every language.",
    },
    "Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."},
}
_NOT_NEW = "Nothing has changed since `If-None-Match`."


def describe_rules(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """A hook of drf-spectacular. What the rules refuse, `problem_responses` says."""
    result.setdefault("components", {}).setdefault("headers", {}).update(_HEADERS)
    for path in result.get("paths", {}).values():
        for method, operation in path.items():
            conditional = operation.pop(CONDITIONAL, False)
            if method in _UNSAFE:
                _describe_unsafe(operation)
            if conditional:
                _describe_conditional(operation, method)
            operation["responses"] = dict(sorted(operation["responses"].items()))
    return result


def _describe_unsafe(operation: Operation) -> None:
    _add_parameters(operation, _KEY, _DRY_RUN)
    for response in _successes(operation):
        _add_headers(response, "Idempotency-Replayed", "Dry-Run")


def _describe_conditional(operation: Operation, method: str) -> None:
    _add_parameters(operation, _IF_MATCH)
    if method not in {"post", "delete"}:
        for response in _successes(operation):
            _add_headers(response, "ETag")
    if method == "get":
        _add_parameters(operation, _IF_NONE_MATCH)
        operation["responses"]["304"] = {"description": _NOT_NEW}
        _add_headers(operation["responses"]["304"], "ETag")


def _add_parameters(operation: Operation, *parameters: dict[str, Any]) -> None:
    operation.setdefault("parameters", []).extend(dict(parameter) for parameter in parameters)


def _successes(operation: Operation) -> list[dict[str, Any]]:
    return [one for status, one in operation["responses"].items() if status.startswith("2")]


def _add_headers(response: dict[str, Any], *names: str) -> None:
    refs = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    response["headers"] = response.get("headers", {}) | refs
