"""Refusals that reach the top of a page view: a page in plain words, never a 500."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render

from registrar.accounts.asking_page import asking_page
from registrar.accounts.identity_page import identity_page
from registrar.accounts.middleware import ActorMiddleware, View
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import NotFound, NotPermitted, ServiceError


class PageMiddleware(ActorMiddleware):
    """Runs the view inside the fence and answers a ServiceError, its transaction undone.

    Django asks process_exception only for views that it calls itself; the ordinary ones are
    called in process_view, so that both are answered here.
    """

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        try:
            return super().process_view(request, view, args, kwargs)
        except ServiceError as error:
            return refusal_page(request, error)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refusal_page(request, error) if isinstance(error, ServiceError) else None


def refusal_page(request: HttpRequest, error: ServiceError) -> HttpResponse:
    """The page for `error`, with its status; a missing step-up leads to the code page."""
    if isinstance(error, StepUpRequired):
        return HttpResponseRedirect(identity_page(error.purpose, asking_page(request)))
    if isinstance(error, NotFound):
        return render(request, "404.html", status=error.status)
    if isinstance(error, NotPermitted):
        # The page has words of its own for a refusal without any, for customers and for staff.
        reason = "" if error.message is NotPermitted.message else error.message
        return render(request, "403.html", {"reason": reason}, status=error.status)
    response = render(request, "console/refused.html", {"error": error}, status=error.status)
    if "retry_after" in error.extra:
        response["Retry-After"] = str(error.extra["retry_after"])
    return response
