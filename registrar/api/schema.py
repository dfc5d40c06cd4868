"""What drf-spectacular can't see by itself."""

import inspect
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

from registrar.paging import MAX_LIMIT

from .described_rules import CONDITIONAL
from .problem_responses import PROBLEM, codes_of, share_responses, write_responses


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
        if operation is None:
            return None
        if scope is not None:
            operation["x-scope"] = str(scope)
        if getattr(self.view, "resource", None) is not None:
            operation[CONDITIONAL] = True
        write_responses(operation, codes_of(self.view, self.method, operation))
        return operation


class ApiKeyScheme(OpenApiAuthenticationExtension):
    target_class = "registrar.api.authentication.ApiKeyAuthentication"
    name = "apiKey"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "zm_…"}


def describe_problems(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """Every refusal is a problem document; which ones, `problem_responses` says."""
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    share_responses(result)
    return result


def describe_limits(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """The bounds of `limit`, which registrar.api.parameters holds for every list alike."""
    for path in result.get("paths", {}).values():
        for operation in path.values():
            for parameter in operation.get("parameters", ()):
                if parameter["name"] == "limit":
                    parameter["schema"] |= {"minimum": 1, "maximum": MAX_LIMIT}
    return result
