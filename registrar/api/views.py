"""The base of every API view: authenticate, enter the fence, run the method inside it."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, ClassVar, cast

from django.http import HttpRequest
from rest_framework.response import Response
from rest_framework.views import APIView

from registrar.accounts.permissions import Permission
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as


class ApiView(APIView):
    """Subclasses name the scope of every method they have; a method without one is refused.

    `problems` names the codes of refusals that a method answers with beyond what every method
    does (registrar.api.problem_responses); an answer that it does not name fails the tests.

    `own_transactions` is for views that speak to something outside the database: they enter
    the fence themselves, with `acting_as(self.actor)`.
    """

    scopes: ClassVar[dict[str, Permission | None]] = {}
    problems: ClassVar[dict[str, tuple[str, ...]]] = {}
    own_transactions: ClassVar[bool] = False

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        view = super().as_view(**initkwargs)
        view.enters_fence_itself = True  # type: ignore[attr-defined]
        return view

    @property
    def actor(self) -> Actor:
        return cast("Actor", self.request.auth)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        self.args, self.kwargs = args, kwargs
        self.request = self.initialize_request(request, *args, **kwargs)
        self.headers = self.default_response_headers
        try:
            self.initial(self.request, *args, **kwargs)
            with self._fence():
                response = self._handler()(self.request, *args, **kwargs)
        except Exception as error:
            response = self.handle_exception(error)
        self.response = self.finalize_response(self.request, response, *args, **kwargs)
        return self.response

    def _fence(self) -> Any:
        # Views open to everybody (the API document) have no actor; the manager guards the rest.
        outside = self.own_transactions or self.request.auth is None
        return nullcontext() if outside else acting_as(self.actor)

    def _handler(self) -> Callable[..., Any]:
        method = (self.request.method or "").lower()
        if method not in self.http_method_names:
            return self.http_method_not_allowed
        handler: Callable[..., Any] = getattr(self, method, self.http_method_not_allowed)
        return handler
