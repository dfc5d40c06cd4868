"""The JSON of the contract: what we send, what we hear. Strict: what isn't right is garbage."""

import datetime as dt
import hashlib
import json
import re
import uuid
from dataclasses import dataclass, field
from typing import Any

from verification.authorities.port import AuthorityRequest, Standing

MOST_MESSAGES = 20
MOST_CHARACTERS = 2000
_MESSAGE_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")


class Garbage(Exception):
    """Not what the contract says. Holds nothing of what was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an authority says of a case; `message_id` in callbacks only."""

    transaction_id: uuid.UUID
    standing: Standing
    raw_messages: tuple[str, ...] = field(default=(), repr=False)
    decided_at: dt.datetime | None = None
    message_id: str = ""


def case_body(request: AuthorityRequest) -> bytes:
    """The case without its pictures, which go before it and are named by their digests.

    The same request gives the same bytes, so that a repetition is told from a contradiction.
    """
    case = {
        "holder": {
            "type": request.holder_type,
            "name": request.holder_name,
            "contact_name": request.contact_name,
        },
        "document": {"type": request.document_type, "number": request.document_number},
        "suffix": request.suffix,
        "submitted_on": request.submitted_on.isoformat(),
        "pictures": [
            {
                "position": position,
                "kind": picture.kind,
                "bytes": len(picture.content),
                "sha256": hashlib.sha256(picture.content).hexdigest(),
            }
            for position, picture in enumerate(request.pictures)
        ],
    }
    return json.dumps(case, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def parse_answer(body: bytes) -> Answer:
    """What GET of a case is answered with. Garbage for anything else."""
    return _answer(_object(body), message_id="")


def parse_callback(body: bytes) -> Answer:
    """What a callback says. Garbage for anything else."""
    said = _object(body)
    message_id = said.get("message_id")
    if not isinstance(message_id, str) or not _MESSAGE_ID.fullmatch(message_id):
        raise Garbage
    return _answer(said, message_id=message_id)


def parse_code(body: bytes) -> str:
    """The `code` of a problem document; "" where there is none."""
    try:
        code = _object(body).get("code")
    except Garbage:
        return ""
    return code if isinstance(code, str) else ""


def _object(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body.decode())
    except (ValueError, RecursionError):
        raise Garbage from None
    if not isinstance(said, dict):
        raise Garbage
    return said


def _answer(said: dict[str, Any], *, message_id: str) -> Answer:
    try:
        standing = Standing(said["standing"])
        transaction_id = uuid.UUID(said["transaction_id"])
    except (ValueError, KeyError, AttributeError, TypeError):
        raise Garbage from None
    messages = _messages(said.get("messages", []))
    final = standing in (Standing.PASSED, Standing.FAILED)
    if standing is Standing.UNKNOWN or bool(messages) is not (standing is Standing.FAILED):
        raise Garbage
    return Answer(
        transaction_id=transaction_id,
        standing=standing,
        raw_messages=messages,
        decided_at=_moment(said.get("decided_at")) if final else None,
        message_id=message_id,
    )


def _messages(told: object) -> tuple[str, ...]:
    if not isinstance(told, list) or len(told) > MOST_MESSAGES:
        raise Garbage
    if not all(_is_text(text) for text in told):
        raise Garbage
    return tuple(told)


def _is_text(text: object) -> bool:
    """Whether it can be stored and shown: no NUL, no lone surrogates, not blank, not endless."""
    if not isinstance(text, str) or not text.strip() or len(text) > MOST_CHARACTERS:
        return False
    return "\0" not in text and text == text.encode(errors="ignore").decode()


def _moment(told: object) -> dt.datetime:
    """An RFC 3339 time with its offset."""
    try:
        moment = dt.datetime.fromisoformat(str(told))
    except ValueError:
        raise Garbage from None
    if moment.tzinfo is None:
        raise Garbage
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        raise Garbage from None
