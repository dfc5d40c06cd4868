"""Every refusal that any test meets in the API is one that the document names."""

import re
from functools import cache
from typing import Any

from django.http import HttpResponse
from django.urls import Resolver404, resolve
from drf_spectacular.generators import SchemaGenerator

_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
_PROBLEM = "application/problem+json"


def undocumented(method: str, response: HttpResponse) -> str:
    """What the document does not say of this answer; "" where it is in order.

    Methods that an operation does not have, and a crash that a test asks for, are no matter of
    the operation's own description.
    """
    if response.status_code < 400 or response.status_code in (405, 500):
        return ""
    operation = _operation_of(method, response)
    if operation is None:
        return ""
    known = _codes(operation, response.status_code)
    if method.upper() == "HEAD" and known:
        return ""  # an answer without a body
    code = response.json().get("code", "") if response["Content-Type"] == _PROBLEM else ""
    if code in known:
        return ""
    return f"{operation['operationId']} answers {response.status_code} {code}"


def _operation_of(method: str, response: HttpResponse) -> dict[str, Any] | None:
    try:
        route = resolve(response.wsgi_request.path_info).route
    except Resolver404:
        return None
    path = "/" + _PARAMETER.sub(r"{\1}", route)
    item = _document()["paths"].get(path, {})
    found: dict[str, Any] | None = item.get({"head": "get"}.get(method.lower(), method.lower()))
    return found


def _codes(operation: dict[str, Any], status: int) -> list[str]:
    response = operation["responses"].get(str(status), {})
    name = response.get("$ref", "").rpartition("/")[2]
    if name:
        response = _document()["components"]["responses"][name]
    schema = response.get("content", {}).get(_PROBLEM, {}).get("schema", {})
    codes: list[str] = schema["allOf"][1]["properties"]["code"]["enum"] if schema else []
    return codes


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = SchemaGenerator(urlconf="registrar.urls").get_schema(
        request=None, public=True
    )
    return document
