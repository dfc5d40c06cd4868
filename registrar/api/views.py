"""The base of every API view: authenticate, enter the fence, run the method inside it."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from typing import Any, ClassVar, cast

from django.http import HttpRequest
from rest_framework.permissions import SAFE_METHODS
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as

from .conditions import Resource, answer_if_met
from .dry_runs import DRY_RUN_HEADER, dry_run_of, rehearse
from .idempotency.fingerprint import fingerprint_of
from .idempotency.header import key_of
from .idempotency.running import Once
from .rates.calls import CountedCalls


class ApiView(CountedCalls):
    """Subclasses name the scope of every method they have; a method without one is refused.

    `problems` names the codes of refusals that a method answers with beyond what every method
    does (registrar.api.problem_responses); an answer that it does not name fails the tests.

    `own_transactions` is for views that speak to something outside the database: they enter
    the fence themselves, with `acting_as(self.actor)`. In a dry run (`self.dry_run`) their work
    in the database is undone like everybody's; what they do outside they leave out themselves.

    `resource` is the object that the address is about, where it has an ETag: calls may then be
    conditional. Not together with `own_transactions`: the condition holds in one transaction.
    """

    scopes: ClassVar[dict[str, Permission | None]] = {}
    problems: ClassVar[dict[str, tuple[str, ...]]] = {}
    own_transactions: ClassVar[bool] = False
    resource: ClassVar[Resource | None] = None
    dry_run = False
    _once: Once | None = None

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
            response = self._answered()
        except Exception as error:
            response = self.handle_exception(error)
        self.response = self.finalize_response(self.request, response, *args, **kwargs)
        return self.response

    def settle(self, response: Response) -> Response:
        """The same answer, kept for repeated calls; views with `own_transactions` call it last
        in the transaction of their effect, so that the two can't part. Where they answer more
        after it, that is kept instead."""
        if self._once is not None:
            self._once.keep(response)
        return response

    def _answered(self) -> Response:
        """The method's answer, by the rules that all unsafe calls share."""
        if self.request.auth is None or self.request.method in SAFE_METHODS:
            return self._run()
        key = key_of(self.request)
        self.dry_run = dry_run_of(self.request)
        if self.dry_run:
            self.headers[DRY_RUN_HEADER] = "true"  # on refusals too
            return rehearse(self._run)
        if key is None:
            return self._run()
        fingerprint = fingerprint_of(self.request)
        self._once = Once(actor=self.actor, key=key, fingerprint=fingerprint)
        return self._once.answer(self._run)

    def _run(self) -> Response:
        with self._fence():
            return self.settle(self._answer_if_met())

    def _answer_if_met(self) -> Response:
        run = partial(self._handler(), self.request, *self.args, **self.kwargs)
        if self.request.method not in {*self.scopes, "HEAD"}:
            return run()  # 405, or what DRF answers by itself: no object is looked at
        return answer_if_met(self.request, self.resource, self.kwargs, run)

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
