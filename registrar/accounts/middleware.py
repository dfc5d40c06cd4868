"""Runs every view inside the fence, as whoever signed in."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as

from .request_actor import bind_request_id, enter_account

View = Callable[..., HttpResponseBase]


class ActorMiddleware:
    """Sets `request.actor`, `.account`, `.memberships` and runs the view in one transaction.

    Views that talk to something outside the database (uploads, code senders) are marked with
    `own_transactions` and enter the fence themselves, as `request.actor`. API views
    authenticate first and enter in registrar.api.views.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        bind_request_id(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if getattr(view, "enters_fence_itself", False):
            return None
        enter_account(request)
        actor: Actor | None = getattr(request, "actor", None)
        if actor is None or getattr(view, "own_transactions", False):
            return None
        with acting_as(actor):
            response = view(request, *args, **kwargs)
            # Lazily rendered answers read the database too: render them inside.
            render = getattr(response, "render", None)
            return render() if callable(render) else response


def own_transactions(view: View) -> View:
    """Mark a view that opens `acting_as(request.actor)` itself, around its database work."""
    view.own_transactions = True  # type: ignore[attr-defined]
    return view
