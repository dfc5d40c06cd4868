"""Errors outside of any view: problem details below /api/, the console's pages elsewhere."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import defaults

from .problems import MEDIA_TYPE, problem_body

_API_PREFIX = "/api/"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _("The request could not be read.")
    return _answer(request, 400, "bad_request", text, defaults.bad_request, exception)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _("This is not allowed.")
    return _answer(request, 403, "not_permitted", text, defaults.permission_denied, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _("There is no such address.")
    return _answer(request, 404, "not_found", text, defaults.page_not_found, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    text = _("Something went wrong on our side.")
    return _answer(request, 500, "server_error", text, defaults.server_error)


def _answer(
    request: HttpRequest,
    status: int,
    code: str,
    text: str | Promise,
    page: Callable[..., Any],
    *args: Exception,
) -> HttpResponse:
    if not request.path_info.startswith(_API_PREFIX):
        response: HttpResponse = page(request, *args)
        return response
    body = problem_body(request, status=status, code=code, detail=text)
    as_it_reads = {"ensure_ascii": False}
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE, json_dumps_params=as_it_reads)
