"""The OpenAPI document, as a file and as a page of our own."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularAPIView

_METHODS = ("get", "post", "patch", "put", "delete")


class SchemaView(SpectacularAPIView):
    """For everybody: the document names no secret. Asks no key, not even a wrong one."""

    authentication_classes: list[Any] = []
    permission_classes: list[Any] = []


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address, as the page shows it."""

    method: str
    path: str
    summary: str
    description: str
    scope: str
    parameters: list[dict[str, Any]]
    body: list[dict[str, Any]]
    anchor: str

    @property
    def parts(self) -> list[str]:
        """The address, cut where a line may break."""
        return [f"/{part}" for part in self.path.strip("/").split("/")]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation by resource; needs neither a key nor scripts."""
    document = SchemaGenerator().get_schema(request=None, public=True)
    context = {
        "resources": resources_of(document),
        "events": {name: item["post"] for name, item in document.get("webhooks", {}).items()},
        "title": document["info"]["title"],
    }
    return render(request, "api/docs.html", context)


def resources_of(document: dict[str, Any]) -> dict[str, list[Operation]]:
    """The operations of an OpenAPI document by the first part of their address."""
    found: dict[str, list[Operation]] = defaultdict(list)
    for path, item in sorted(document["paths"].items()):
        short = path.removeprefix("/api/v1")
        for method in _METHODS:
            if method in item:
                operation = _operation(document, method, path, item[method])
                found[short.strip("/").partition("/")[0]].append(operation)
    return dict(found)


def _operation(
    document: dict[str, Any], method: str, path: str, given: dict[str, Any]
) -> Operation:
    return Operation(
        method=method.upper(),
        path=path,
        summary=given.get("summary", ""),
        description=given.get("description", ""),
        scope=given.get("x-scope", ""),
        parameters=given.get("parameters", []),
        body=_body_fields(document, given),
        anchor=str(given.get("operationId", "")),
    )


def _body_fields(document: dict[str, Any], given: dict[str, Any]) -> list[dict[str, Any]]:
    content = given.get("requestBody", {}).get("content", {})
    schema: dict[str, Any] = next((part.get("schema", {}) for part in content.values()), {})
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    if name:
        schema = document["components"]["schemas"].get(name, {})
    required = set(schema.get("required", []))
    return [
        {
            "name": field,
            "type": part.get("type", ""),
            "description": part.get("description", ""),
            "required": field in required,
        }
        for field, part in schema.get("properties", {}).items()
    ]
