"""Webhooks as a receiver sees them."""

import base64
import hashlib
import hmac
import json
import threading
import time
from io import StringIO

import httpx2
import pytest

from registrar.client.cli.commands.listening import make_server
from registrar.client.cli.output.printer import Printer
from registrar.client.cli.session import Session
from registrar.client.signatures import BadSignature, verify

SECRET = "whsec_" + base64.b64encode(b"k" * 32).decode()
EVENT = {
    "id": "evt_1",
    "type": "verification.passed",
    "number": 1,
    "occurred_at": "2026-11-27T02:00:00+00:00",
    "object": {"type": "verification", "id": "ver_1"},
    "actor": {"kind": "system"},
    "data": {},
}
BODY = json.dumps(EVENT).encode()


def signed(body: bytes = BODY, *, at: int, secret: str = SECRET) -> dict[str, str]:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mark = hmac.digest(key, f"evt_1.{at}.".encode() + body, hashlib.sha256)
    signature = "v1," + base64.b64encode(mark).decode()
    return {
        "webhook-id": "evt_1",
        "webhook-timestamp": str(at),
        "webhook-signature": f"v1,bm8= {signature}",
    }


def test_one_right_signature_is_enough():
    verify(SECRET, signed(at=1000), BODY, now=1010)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (signed(at=1000), BODY + b" "),
        (signed(at=1000) | {"webhook-id": "evt_2"}, BODY),
        (signed(at=1000) | {"webhook-timestamp": "1001"}, BODY),
        (signed(at=1000) | {"webhook-signature": "v2,xx v1,é"}, BODY),
        (signed(at=1000, secret="whsec_" + base64.b64encode(b"x" * 32).decode()), BODY),
        (signed(at=100), BODY),
        ({}, BODY),
    ],
)
def test_anything_else_is_refused(headers, body):
    with pytest.raises(BadSignature):
        verify(SECRET, headers, body, now=1010)


@pytest.fixture
def streams():
    return StringIO(), StringIO()


@pytest.fixture
def receiver(streams):
    out, err = streams
    session = Session(None, Printer(as_json=False, out=out, err=err), "en")
    server = make_server(session, SECRET, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_receiver_prints_what_is_signed_and_refuses_the_rest(receiver, streams):
    headers = signed(at=int(time.time()))
    assert httpx2.post(receiver, content=BODY, headers=headers).status_code == 204
    assert httpx2.post(receiver, content=BODY, headers={}).status_code == 401
    out, err = (stream.getvalue() for stream in streams)
    assert "verification.passed" in out
    assert "evt_1" in out
    assert "Refused" in err
