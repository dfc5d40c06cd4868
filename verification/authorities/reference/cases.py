"""What it does with pictures and cases; knows nothing of HTTP but status codes."""

import datetime as dt
import hashlib
import json
import time
import uuid
from typing import Any
from zoneinfo import ZoneInfo

from verification.authorities.port import AuthorityRequest, Picture
from verification.authorities.simulated.rules import judge
from verification.materials_rules import get_profile

from .options import Options
from .register import Register
from .store import Case, Store

Said = tuple[int, dict[str, Any]]
_CHINA = ZoneInfo("Asia/Shanghai")
_PROFILE = "tencent"


class Cases:
    def __init__(self, options: Options, register: Register, store: Store) -> None:
        self._options, self._register, self._store = options, register, store

    def put_picture(self, transaction_id: str, position: int, content: bytes) -> Said:
        """201 new, 200 the same again, 409 another one than the case was judged with."""
        sha256 = hashlib.sha256(content).hexdigest()
        known = self._store.picture_digest(transaction_id, position)
        if known == sha256:
            return 200, {"sha256": sha256}
        if self._store.case(transaction_id) is not None:
            return _problem(409, "conflict")
        self._store.put_picture(transaction_id, position, sha256, content)
        return 201, {"sha256": sha256}

    def put_case(self, transaction_id: str, body: bytes) -> Said:
        """202 taken, 200 the same again, 409 another one by this id, 422 a picture is missing."""
        sha256 = hashlib.sha256(body).hexdigest()
        known = self._store.case(transaction_id)
        if known is not None:
            same = known.sha256 == sha256
            return (200, self._say(transaction_id, known)) if same else _problem(409, "conflict")
        try:
            asked = json.loads(body)
            wanted = [(int(one["position"]), str(one["sha256"])) for one in asked["pictures"]]
            if any(self._store.picture_digest(transaction_id, at) != sha for at, sha in wanted):
                return _problem(422, "picture_missing")
            case = self._judge(sha256, self._request(transaction_id, asked))
        except (ValueError, KeyError, TypeError):
            return _problem(400, "malformed_body")
        if self._store.add_case(transaction_id, case) and self._options.callback_url:
            self._announce(transaction_id, case)
        return 202, self._say(transaction_id, case)

    def answer(self, transaction_id: str) -> Said:
        case = self._store.case(transaction_id)
        if case is None:
            return _problem(404, "unknown_case")
        return 200, self._say(transaction_id, case)

    def _judge(self, sha256: str, request: AuthorityRequest) -> Case:
        now = dt.datetime.now(_CHINA)
        found = self._register.look_up(
            name=request.holder_name, document_number=request.document_number
        )
        messages = judge(
            request,
            found,
            today=now.date(),
            profile=get_profile(_PROFILE),
            admit_unknown=self._options.admit_unknown,
        )
        delay = self._options.delay
        decided_at = (now + dt.timedelta(seconds=delay)).isoformat(timespec="seconds")
        return Case(sha256, messages, decided_at, time.time() + delay)

    def _request(self, transaction_id: str, asked: dict[str, Any]) -> AuthorityRequest:
        holder, document = asked["holder"], asked["document"]
        return AuthorityRequest(
            transaction_id=uuid.UUID(transaction_id),
            holder_type=str(holder["type"]),
            holder_name=str(holder["name"]),
            contact_name=str(holder["contact_name"]),
            document_type=str(document["type"]),
            document_number=str(document["number"]),
            suffix=str(asked["suffix"]),
            submitted_on=dt.date.fromisoformat(asked["submitted_on"]),
            pictures=tuple(
                Picture(str(one["kind"]), self._store.picture(transaction_id, one["position"]))
                for one in asked["pictures"]
            ),
        )

    def _say(self, transaction_id: str, case: Case) -> dict[str, Any]:
        if case.answers_at > time.time():
            return {"transaction_id": transaction_id, "standing": "pending"}
        return decision(transaction_id, case.messages, case.decided_at)

    def _announce(self, transaction_id: str, case: Case) -> None:
        message_id = f"msg_{uuid.uuid4().hex}"
        said = decision(transaction_id, case.messages, case.decided_at)
        body = json.dumps(said | {"message_id": message_id}, ensure_ascii=False).encode()
        self._store.add_delivery(message_id, body, case.answers_at)


def decision(transaction_id: str, messages: list[str], decided_at: str) -> dict[str, Any]:
    return {
        "transaction_id": transaction_id,
        "standing": "failed" if messages else "passed",
        "messages": messages,
        "decided_at": decided_at,
    }


def _problem(status: int, code: str) -> Said:
    return status, {"type": "about:blank", "status": status, "code": code}
