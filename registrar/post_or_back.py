"""Addresses that take a form and nothing else, yet may answer it with a page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

View = Callable[..., HttpResponseBase]


def post_or_back(page: str, *kept: str) -> Callable[[View], View]:
    """POST reaches the view; GET leads to `page`, named with the view's parameters `kept`.

    The answer to a POST may be a page: the form with its errors, or a refusal. Reloading it
    from the address bar, switching its language and coming back from sign-in all ask for its
    address by GET. Below `member_required`, so that a stranger learns nothing from it: where
    it leads is made from the address alone.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method == "POST":
                return view(request, *args, **kwargs)
            if request.method in {"GET", "HEAD"}:
                values = {name: kwargs[name] for name in kept}
                return HttpResponseRedirect(reverse(page, kwargs=values))
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])

        return guarded

    return decorate
