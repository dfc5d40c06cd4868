"""Counts every call of an API view, before anything else is asked of it."""

from collections.abc import Sequence
from typing import Any, cast

from django.conf import settings
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from registrar.accounts.services.refusals import NetworkNotAllowed
from registrar.tenancy.actor import Actor

from .counted import Counted
from .counting import Standing, take
from .guesses import count_wrong_key, refuse_guesses
from .headers import rate_headers
from .refusal import refuse_exceeded

_SAFE = {"GET", "HEAD", "OPTIONS"}


class CountedCalls(APIView):
    """A call counts for its key and its account, whatever becomes of it: DRF's own throttles
    come after the permissions, and who asks for what they may not would never be slowed down.
    """

    standings: Sequence[Standing] = ()

    def perform_authentication(self, request: Request) -> None:
        refuse_guesses(request)
        try:
            super().perform_authentication(request)
        except (AuthenticationFailed, NetworkNotAllowed):
            count_wrong_key(request)
            raise
        if request.auth is not None:
            self.standings = take(_counted(cast("Actor", request.auth), request.method or ""))
            refuse_exceeded(self.standings)

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        answer = super().finalize_response(request, response, *args, **kwargs)
        for name, value in rate_headers(self.standings).items():
            answer[name] = value
        return answer


def _counted(actor: Actor, method: str) -> list[Counted]:
    rates = settings.API_RATES
    key = rates["key"] if method in _SAFE else (*rates["key"], *rates["write"])
    return [
        *(Counted(rate, str(actor.key_id)) for rate in key),
        *(Counted(rate, str(actor.account_id)) for rate in rates["account"]),
    ]
