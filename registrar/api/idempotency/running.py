"""Running a call once, whatever becomes of it."""

import json
from collections.abc import Callable

import structlog
from rest_framework.response import Response

from registrar.api.models import IdempotentCall
from registrar.api.renderers import ApiRenderer
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as, current_actor

from .calls import give_up_call, keep_answer, take_call
from .errors import StillRunning

REPLAYED = "Idempotency-Replayed"
_HEADERS = ("Location", "ETag", "Retry-After", "Cache-Control")
log = structlog.get_logger(__name__)


class Once:
    """One attempt at a call with an Idempotency-Key; outside of the fence but for `keep`.

    Only successful answers are kept: a refusal changed nothing, and the same call may succeed
    later.
    """

    def __init__(self, *, actor: Actor, key: str, fingerprint: str) -> None:
        self._actor = actor
        self._kept: Response | None = None
        with acting_as(actor):
            self._call = take_call(actor=actor, key=key, fingerprint=fingerprint)

    def answer(self, run: Callable[[], Response]) -> Response:
        """The answer that is kept, or that of `run`, which calls `keep`."""
        if self._call.status is not None:
            return _replay(self._call)
        try:
            response = run()
        except BaseException:
            self._give_up()
            raise
        if self._kept is None:
            self._give_up()
        return response

    def keep(self, response: Response) -> None:
        """Keep a successful answer: with its effect where a transaction is open, else after it.

        Another answer takes the place of the one that is kept: what came after the effect.
        """
        if response is self._kept or not 200 <= response.status_code < 300:
            return
        if current_actor() is not None:
            self._write(response)
        else:
            self._write_afterwards(response)
        self._kept = response

    def _write_afterwards(self, response: Response) -> None:
        try:
            with acting_as(self._actor):
                self._write(response)
        except StillRunning:
            # The effect stands: its caller is told so, as is whoever took the call over.
            log.warning("idempotent_call_ran_twice", call=self._call.public_id)

    def _write(self, response: Response) -> None:
        body = "" if response.data is None else ApiRenderer().render(response.data).decode()
        headers = {name: response[name] for name in _HEADERS if name in response}
        keep_answer(call=self._call, status=response.status_code, headers=headers, body=body)

    def _give_up(self) -> None:
        with acting_as(self._actor):
            give_up_call(call=self._call)


def _replay(call: IdempotentCall) -> Response:
    data = json.loads(call.body) if call.body else None
    return Response(data, status=call.status, headers=call.headers | {REPLAYED: "true"})
