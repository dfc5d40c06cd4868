"""Which language an answer is in: the API asks by header, the console by the switch."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

_API_PREFIX = "/api/"
_PAGES_BELOW_IT = {"/api/v1/docs"}


def language_of(request: HttpRequest) -> str:
    """Accept-Language for the API; for pages the cookie that the switch sets.

    Pages ignore the browser's own preference on purpose: the console is Chinese first and
    turns English only when asked to.
    """
    path = request.path_info
    if path.startswith(_API_PREFIX) and path not in _PAGES_BELOW_IT:
        return translation.get_language_from_request(request)
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class LanguageMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if request.path_info.startswith(_API_PREFIX):
            patch_vary_headers(response, ("Accept-Language",))
        return response
