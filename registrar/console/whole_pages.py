"""Scripts that ask for a part of a page never get a whole one to put into it."""

import json
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_START = b"<!doctype html"
# htmx stops asking again by itself at this status.
_STOP_ASKING = 286
# These pass: the next question may be answered.
_TOO_MANY, _OUR_FAULT = 429, 500


class WholePageMiddleware:
    """A redirect moves the whole browser; a refusal page leaves the part as it is.

    Browsers follow a redirect before the script hears of it: the sign-in page, or wherever a
    stale form led, would land inside the card that asked. htmx is told by its header,
    js/upload.js (which names itself XMLHttpRequest) by its `location`. Answers are changed in
    place, so that the cookies of the session and of notices stay.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        by_htmx = request.headers.get("HX-Request") == "true"
        by_upload = request.headers.get("X-Requested-With") == "XMLHttpRequest"
        if (by_htmx or by_upload) and _is_redirect(response):
            _move_browser(response, by_htmx=by_htmx)
        elif by_htmx and _is_lasting_page(response):
            _leave_part_alone(response)
        return response


def _is_redirect(response: HttpResponse) -> bool:
    return 300 <= response.status_code < 400 and "Location" in response


def _is_lasting_page(response: HttpResponse) -> bool:
    status = response.status_code
    if response.streaming or status == _TOO_MANY or status >= _OUR_FAULT:
        return False
    return response.content[:200].lstrip()[: len(_START)].lower() == _START


def _move_browser(response: HttpResponse, *, by_htmx: bool) -> None:
    address = response["Location"]
    del response["Location"]
    if by_htmx:
        response["HX-Redirect"] = address
        _refill(response, 200, "")
    else:
        response["Content-Type"] = "application/json"
        _refill(response, 200, json.dumps({"location": address}))


def _leave_part_alone(response: HttpResponse) -> None:
    response["HX-Reswap"] = "none"
    _refill(response, _STOP_ASKING, "")


def _refill(response: HttpResponse, status: int, body: str) -> None:
    response.status_code = status
    response.content = body.encode()
    response["Content-Length"] = str(len(response.content))
