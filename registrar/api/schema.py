"""What drf-spectacular can't see by itself."""

import inspect
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

from registrar.paging import MAX_LIMIT

from .described_rules import CONDITIONAL
from .problems import MEDIA_TYPE as _MEDIA_TYPE

_PROBLEM = {
    "type": "object",
    "description": "RFC 9457 problem details",
    "required": ["type", "title", "status", "detail", "code", "errors", "request_id"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "stable, for programs"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "code", "message"],
                "properties": {
                    "field": {"type": "string"},
                    "code": {"type": "string"},
                    "message": {"type": "string"},
                },
            },
        },
        "blocked_until": {"type": "string"},
        "request_id": {"type": "string"},
    },
}


class ZhengmingSchema(AutoSchema):
    """Operation ids from the view's name and method: stable when addresses change."""

    def get_operation_id(self) -> str:
        name = type(self.view).__name__.removesuffix("View")
        return f"{self.method.lower()}{name}"

    def get_description(self) -> str:  # type: ignore[override]
        """The method's docstring, or the view's own; never what it inherits from the base."""
        method = getattr(self.view, self.method.lower())
        return inspect.cleandoc(method.__doc__ or type(self.view).__dict__.get("__doc__") or "")

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **kwargs)
        scope = getattr(self.view, "scopes", {}).get(self.method)
        if operation is not None and scope is not None:
            operation["x-scope"] = str(scope)
        if operation is not None and getattr(self.view, "resource", None) is not None:
            operation[CONDITIONAL] = True
        return operation


class ApiKeyScheme(OpenApiAuthenticationExtension):
    target_class = "registrar.api.authentication.ApiKeyAuthentication"
    name = "apiKey"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "zm_…"}


def describe_problems(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """Every refusal is a problem document; where none is described, `default` says so."""
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = _PROBLEM
    for path in result.get("paths", {}).values():
        for operation in path.values():
            responses = operation.setdefault("responses", {})
            responses.setdefault("default", {"description": "Problem"})
            for status, response in responses.items():
                if status == "default" or status >= "400":
                    response["content"] = {_MEDIA_TYPE: _as_problem(response.get("content", {}))}
    return result


def describe_limits(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """The bounds of `limit`, which registrar.api.parameters holds for every list alike."""
    for path in result.get("paths", {}).values():
        for operation in path.values():
            for parameter in operation.get("parameters", ()):
                if parameter["name"] == "limit":
                    parameter["schema"] |= {"minimum": 1, "maximum": MAX_LIMIT}
    return result


def _as_problem(described: dict[str, Any]) -> dict[str, Any]:
    """The problem's schema, with the examples that the view gave."""
    given = (part["examples"] for part in described.values() if "examples" in part)
    examples: dict[str, Any] = next(given, {})
    shape: dict[str, Any] = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return shape | ({"examples": examples} if examples else {})
