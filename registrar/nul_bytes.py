"""NUL bytes never reach a query: PostgreSQL can't hold them, and nobody means them."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

_FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}


class NulByteMiddleware:
    """Drops cookies that hold one; an address with one is 404, a parameter or field 400.

    Stands before the session middleware, which asks the database by cookie. JSON bodies are
    looked at by the API's parser.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if "\0" in value]:
            del request.COOKIES[name]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> None:
        if "\0" in request.path_info:
            raise Http404
        # The API parses its own bodies; reading one here would take it from the parser.
        own_parser = getattr(view, "enters_fence_itself", False)
        is_form = request.content_type in _FORMS and not own_parser
        if _holds_nul(request.GET) or (is_form and _holds_nul(request.POST)):
            raise BadRequest("NUL byte")


def _holds_nul(values: QueryDict) -> bool:
    return any("\0" in name or any("\0" in v for v in found) for name, found in values.lists())
