"""Errors as RFC 9457 problem details, for whatever a view or the framework raises."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.errors import InvalidInput, NotFound, ServiceError

from .parsers import BodyTooLarge
from .problem_codes import title_of

MEDIA_TYPE = "application/problem+json"

_NO_KEY = _("Send an API key as “Authorization: Bearer zm_…”.")
_FRAMEWORK_CODES: dict[type[exceptions.APIException], str] = {
    exceptions.ParseError: "malformed_body",
    exceptions.NotAuthenticated: "not_authenticated",
    exceptions.AuthenticationFailed: "not_authenticated",
    exceptions.PermissionDenied: "scope_missing",
    exceptions.MethodNotAllowed: "method_not_allowed",
    exceptions.NotAcceptable: "not_acceptable",
    exceptions.UnsupportedMediaType: "unsupported_media_type",
    exceptions.Throttled: "too_many_requests",
}


def problem_body(request: Any, *, status: int, code: str, detail: object) -> dict[str, Any]:
    """A problem document; `type` is a stable URN. `title`, which is the same for every such
    problem, and `detail`, which is of this one, are in the asked language."""
    return {
        "type": f"urn:zhengming:problem:{code}",
        "title": title_of(code, detail),
        "status": status,
        "detail": str(detail),
        "code": code,
        "errors": [],
        "request_id": str(getattr(request, "request_id", "") or ""),
    }


def problem(request: Any, *, status: int, code: str, detail: object, **extra: Any) -> Response:
    body = problem_body(request, status=status, code=code, detail=detail)
    return Response(body | extra, status=status, content_type=MEDIA_TYPE)


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's hook; None leaves the error to Django (a 500, logged)."""
    request = context["request"]
    if isinstance(error, Http404):
        error = NotFound()
    if isinstance(error, RequestDataTooBig):
        error = BodyTooLarge()
    if isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if isinstance(error, ServiceError):
        return _from_service(request, error)
    if isinstance(error, exceptions.ValidationError):
        return problem(
            request,
            status=400,
            code="invalid_input",
            detail=InvalidInput.message,
            errors=list(field_errors(error.detail)),
        )
    if isinstance(error, exceptions.APIException):
        return _from_framework(request, error, accepted=_accepted(context["view"]))
    return None


def _accepted(view: Any) -> str:
    """The media types that bodies may have here."""
    return ", ".join(parser.media_type for parser in view.parser_classes)


def _from_service(request: Request, error: ServiceError) -> Response:
    extra = dict(error.extra)
    if error.blocked_until:
        extra["blocked_until"] = error.blocked_until.isoformat()
    extra["errors"] = [
        {"field": e.field, "code": e.code, "message": str(e.message)} for e in error.errors
    ]
    response = problem(request, status=error.status, code=error.code, detail=error.message, **extra)
    if "retry_after" in error.extra:
        response["Retry-After"] = str(error.extra["retry_after"])
    return response


def _from_framework(request: Request, error: exceptions.APIException, *, accepted: str) -> Response:
    code = _FRAMEWORK_CODES.get(type(error), str(error.default_code))
    detail: object = error.detail
    if isinstance(error, exceptions.NotAuthenticated):
        detail = _NO_KEY
    elif isinstance(error, exceptions.UnsupportedMediaType):
        detail = _("Send the body as %(types)s.") % {"types": accepted}
    response = problem(request, status=error.status_code, code=code, detail=detail)
    wait = getattr(error, "wait", None)
    if wait is not None:
        response["Retry-After"] = str(int(wait) + 1)
    if getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = error.auth_header  # type: ignore[attr-defined]
    return response


def field_errors(detail: Any, path: str = "") -> Iterator[dict[str, str]]:
    """DRF's nested errors as flat rows; a list index or key becomes part of the path."""
    if isinstance(detail, dict):
        for key, value in detail.items():
            name = "" if key == "non_field_errors" else str(key)
            yield from field_errors(value, ".".join(part for part in (path, name) if part))
    elif isinstance(detail, list):
        for index, value in enumerate(detail):
            nested = isinstance(value, dict | list)
            yield from field_errors(value, f"{path}.{index}".lstrip(".") if nested else path)
    else:
        yield {
            "field": path,
            "code": str(getattr(detail, "code", "invalid")),
            "message": str(detail),
        }
