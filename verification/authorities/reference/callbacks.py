"""Brings decisions to the registrar: again and again until they have arrived, for a day."""

import datetime as dt
import json
import threading
import time
import uuid
from typing import Any

import httpx2

from .faults import Faults
from .options import Options
from .signatures import sign_callback, spoiled
from .store import Delivery, Store

_PLACE = "callback"
_LONGEST_PAUSE = 3600.0
_MOST_TRIES = 40
_OPPOSITE = {"passed": "failed", "failed": "passed"}


class CallbackSender(threading.Thread):
    def __init__(self, options: Options, store: Store, faults: Faults) -> None:
        super().__init__(name="callbacks", daemon=True)
        self._options, self._store, self._faults = options, store, faults
        self._ending = threading.Event()

    def end(self) -> None:
        self._ending.set()
        self.join(10)

    def run(self) -> None:
        with httpx2.Client(trust_env=False, timeout=5) as client:
            while not self._ending.is_set():
                delivery = self._store.due_delivery()
                if delivery is None:
                    self._ending.wait(0.05)
                else:
                    self._deliver(client, delivery)

    def _deliver(self, client: httpx2.Client, delivery: Delivery) -> None:
        status = self._send(client, delivery.body)
        if status == 204 and self._faults.strikes("double", _PLACE):
            self._send(client, delivery.body)
        if status == 204 and self._faults.strikes("out_of_order", _PLACE):
            for body in _out_of_order(delivery.body):
                self._send(client, body)
        # 404: the case is not theirs, and asking again won't make it so.
        done = status in (204, 404) or delivery.tries >= _MOST_TRIES
        pause = min(self._options.retry * 2 ** min(delivery.tries, 20), _LONGEST_PAUSE)
        self._store.note_delivery(
            delivery.message_id, status=status, done=done, due_at=time.time() + pause
        )

    def _send(self, client: httpx2.Client, body: bytes) -> int:
        """The status of the answer; 0: none came."""
        if self._faults.strikes("garbage", _PLACE):
            body = b'{"standing": "perhaps"'
        key = self._options.own_key
        if self._faults.strikes("wrong_signature", _PLACE):
            key = spoiled(key)
        headers = {"Content-Type": "application/json"}
        request = client.build_request(
            "POST", self._options.callback_url, content=body, headers=headers
        )
        sign_callback(request, body, key)
        try:
            return client.send(request).status_code
        except httpx2.HTTPError:
            return 0


def _out_of_order(body: bytes) -> list[bytes]:
    """What was to be said before, and what contradicts it, from an earlier time."""
    said: dict[str, Any] = json.loads(body)
    earlier = dt.datetime.fromisoformat(said["decided_at"]) - dt.timedelta(minutes=5)
    standing = _OPPOSITE[said["standing"]]
    pending = {"transaction_id": said["transaction_id"], "standing": "pending"}
    contradiction = said | {
        "standing": standing,
        "messages": ["证件已过期，请提交有效的证件图片"] if standing == "failed" else [],
        "decided_at": earlier.isoformat(),
    }
    return [
        json.dumps(one | {"message_id": f"msg_{uuid.uuid4().hex}"}).encode()
        for one in (pending, contradiction)
    ]
