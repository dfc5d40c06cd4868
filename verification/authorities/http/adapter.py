"""The port's side of an authority that is spoken to by HTTP."""

import uuid

from verification.authorities.port import (
    AuthorityError,
    AuthorityRequest,
    Outcome,
    Reached,
    Standing,
)

from .exchange import JSON_TYPE, PICTURE_TYPE, Exchange, Heard
from .messages import Answer, Garbage, case_body, parse_answer, parse_code

_NOT_FOUND = 404
UNKNOWN_CASE = "unknown_case"


class HttpAuthority:
    """One authority by its row, as docs/authority-contract.md has it."""

    def __init__(self, row: Reached) -> None:
        self._row = row

    def submit(self, request: AuthorityRequest) -> None:
        """The pictures, then the case that names them; each may be repeated."""
        place = _place(request.transaction_id)
        with Exchange(self._row) as exchange:
            for position, picture in enumerate(request.pictures):
                path = f"{place}/pictures/{position}"
                _taken(exchange.send("PUT", path, picture.content, PICTURE_TYPE))
            _taken(exchange.send("PUT", place, case_body(request), JSON_TYPE))

    def outcome(self, transaction_id: uuid.UUID) -> Outcome:
        """UNKNOWN only where the authority says so itself, signed: another 404 is trouble."""
        with Exchange(self._row) as exchange:
            heard = exchange.send("GET", _place(transaction_id))
        if heard.status == _NOT_FOUND:
            if parse_code(heard.body) != UNKNOWN_CASE:
                raise AuthorityError("status_404")
            return Outcome(Standing.UNKNOWN)
        answer = _parsed(heard)
        if answer.transaction_id != transaction_id:
            raise AuthorityError("garbage")
        return Outcome(answer.standing, answer.raw_messages, answer.decided_at)

    def probe(self) -> None:
        """It is there, knows our key and signs with its own."""
        with Exchange(self._row) as exchange:
            _taken(exchange.send("GET", "/status"))


def _place(transaction_id: uuid.UUID) -> str:
    return f"/cases/{transaction_id}"


def _taken(heard: Heard) -> None:
    if heard.status == _NOT_FOUND:
        raise AuthorityError("status_404")


def _parsed(heard: Heard) -> Answer:
    if heard.media_type != JSON_TYPE:
        raise AuthorityError("content_type")
    try:
        return parse_answer(heard.body)
    except Garbage:
        raise AuthorityError("garbage") from None
