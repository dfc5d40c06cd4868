"""Our side of the contract against a server that gets everything wrong."""

import datetime as dt
import json
import ssl
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.stack.harness import free_port
from tests.verification.authorities.signed import BEFORE, COLUMNS, OURS, THEIRS
from verification.authorities.http.adapter import HttpAuthority
from verification.authorities.port import (
    AuthorityError,
    AuthorityRequest,
    Outcome,
    Picture,
    Standing,
)
from verification.authorities.reference.options import Key
from verification.authorities.reference.signatures import (
    Request,
    Response,
    is_signed,
    sign_answer,
    spoiled,
)

CASE = uuid.UUID("0189d3f0-0000-7000-8000-000000000001")
PASSED = {
    "transaction_id": str(CASE),
    "standing": "passed",
    "messages": [],
    "decided_at": "2026-06-01T10:00:00+08:00",
}
REQUEST = AuthorityRequest(
    transaction_id=CASE,
    holder_type="individual",
    holder_name="张三",
    contact_name="张三",
    document_type="SFZ",
    document_number="11010119900307395X",
    suffix="cn",
    submitted_on=dt.date(2026, 6, 1),
    pictures=(Picture("identity_document", b"\xff\xd8" + b"x" * 3000),),
)


class Plan:
    """How the server answers: JSON, signed as it should be, unless told otherwise."""

    def __init__(self):
        self.status, self.said, self.key = 200, PASSED, THEIRS
        self.media_type, self.headers, self.raw = "application/json", {}, None
        self.drip, self.about, self.seen = 0.0, None, []

    def answer(self, request):
        body = json.dumps(self.said).encode() if self.raw is None else self.raw
        answer = Response(self.status, {"Content-Type": self.media_type}, request, body)
        if self.key:
            asked = self.about or request
            signed = Response(answer.status_code, answer.headers, asked, body)
            sign_answer(signed, self.key)
        answer.headers |= self.headers
        return answer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        plan = self.server.plan
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        url = f"http://{self.headers['Host']}{self.path}"
        request = Request(self.command, url, dict(self.headers.items()))
        plan.seen.append((request, body))
        answer = plan.answer(request)
        self.send_response_only(answer.status_code)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        for part in [answer.body[i : i + 20] for i in range(0, len(answer.body), 20)]:
            self.wfile.write(part)
            self.wfile.flush()
            time.sleep(plan.drip)

    def do_PUT(self):
        self.do_GET()

    def log_message(self, *_args):
        pass


@pytest.fixture
def plan():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    server.plan = Plan()
    server.plan.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server.plan
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def adapter(plan):
    def make(**changes):
        columns = COLUMNS | {"base_url": f"http://127.0.0.1:{plan.port}/v1", "timeout": 5}
        return HttpAuthority(SimpleNamespace(**columns | changes))

    return make


def kind_of(call):
    with pytest.raises(AuthorityError) as raised:
        call()
    return raised.value.kind


def test_signed_answer_is_believed(adapter):
    moment = dt.datetime(2026, 6, 1, 2, tzinfo=dt.UTC)
    assert adapter().outcome(CASE) == Outcome(Standing.PASSED, (), moment)


def test_secret_before_is_believed_while_they_change_over(adapter, plan):
    plan.key = BEFORE
    assert adapter().outcome(CASE).standing is Standing.PASSED


def test_everything_that_we_send_is_signed_with_its_body(adapter, plan):
    adapter().submit(REQUEST)
    adapter().outcome(CASE)
    methods = [(request.method, request.url.partition("/v1")[2]) for request, _ in plan.seen]
    place = f"/cases/{CASE}"
    assert methods == [("PUT", f"{place}/pictures/0"), ("PUT", place), ("GET", place)]
    assert all(is_signed(request, body, OURS) for request, body in plan.seen)
    assert not any(is_signed(request, body + b"x", OURS) for request, body in plan.seen)
    assert not any(is_signed(request, body, spoiled(OURS)) for request, body in plan.seen)


def test_the_same_case_is_the_same_bytes_each_time(adapter, plan):
    adapter().submit(REQUEST)
    adapter().submit(REQUEST)
    bodies = [body for _request, body in plan.seen]
    assert bodies[:2] == bodies[2:]


def test_unknown_case_is_believed_only_from_the_authority_itself(adapter, plan):
    plan.status, plan.said = 404, {"status": 404, "code": "unknown_case"}
    assert adapter().outcome(CASE) == Outcome(Standing.UNKNOWN)
    plan.said = {"status": 404, "code": "not_found"}
    assert kind_of(lambda: adapter().outcome(CASE)) == "status_404"
    plan.key = None
    assert kind_of(lambda: adapter().outcome(CASE)) == "signature"


@pytest.mark.parametrize("key", [None, spoiled(THEIRS), Key("other", THEIRS.secret)])
def test_answer_that_is_not_theirs_is_trouble(adapter, plan, key):
    plan.key = key
    assert kind_of(lambda: adapter().outcome(CASE)) == "signature"


def test_answer_to_another_request_is_trouble(adapter, plan):
    adapter().outcome(CASE)
    plan.about = plan.seen[0][0]
    assert kind_of(lambda: adapter().outcome(CASE)) == "signature"


def test_answer_whose_body_was_changed_is_trouble(adapter, plan, monkeypatch):
    answer = plan.answer

    def changed(request):
        found = answer(request)
        found.body = found.body.replace(b"passed", b"failed")
        return found

    monkeypatch.setattr(plan, "answer", changed)
    assert kind_of(lambda: adapter().outcome(CASE)) == "signature"


@pytest.mark.parametrize(
    ("status", "kind", "about_case"),
    [
        (302, "redirect", False),
        (400, "status_400", True),
        (401, "status_401", False),
        (409, "status_409", True),
        (413, "status_413", True),
        (422, "status_422", True),
        (429, "status_429", False),
        (500, "status_500", False),
        (503, "status_503", False),
    ],
)
def test_refusals_are_named_and_blame_whom_they_concern(adapter, plan, status, kind, about_case):
    plan.status, plan.headers = status, {"Retry-After": "7", "Location": "http://127.0.0.1:1/"}
    with pytest.raises(AuthorityError) as raised:
        adapter().outcome(CASE)
    error = raised.value
    assert (error.kind, error.about_case, error.retry_after) == (kind, about_case, 7)
    assert len(plan.seen) == 1


@pytest.mark.parametrize("wish", ["soon", "-1", "Thu, 01 Jan 2026 00:00:00 GMT", "9" * 30, "²"])
def test_senseless_wish_to_wait_is_passed_over(adapter, plan, wish):
    plan.status = 503
    plan.headers = {"Retry-After": wish.encode("utf-8").decode("latin-1")}
    with pytest.raises(AuthorityError) as raised:
        adapter().outcome(CASE)
    assert raised.value.retry_after == 0


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"raw": b'{"standing": "perh'}, "garbage"),
        ({"raw": b"\xff\xfe"}, "garbage"),
        ({"raw": b"[" * 30_000}, "garbage"),
        ({"raw": b"x" * 70_000}, "too_big"),
        ({"media_type": "text/html"}, "content_type"),
        ({"said": PASSED | {"standing": "unknown"}}, "garbage"),
        ({"said": PASSED | {"standing": "maybe"}}, "garbage"),
        ({"said": PASSED | {"transaction_id": str(uuid.UUID(int=7))}}, "garbage"),
        ({"said": PASSED | {"standing": "failed"}}, "garbage"),
    ],
    ids=str,
)
def test_senseless_answers_are_trouble(adapter, plan, changes, kind):
    for name, value in changes.items():
        setattr(plan, name, value)
    assert kind_of(lambda: adapter().outcome(CASE)) == kind


def test_answer_that_drips_is_not_waited_for(adapter, plan):
    plan.drip = 0.4
    assert kind_of(lambda: adapter(timeout=1).outcome(CASE)) == "timeout"


def test_nobody_there_is_refused(adapter):
    base_url = f"http://127.0.0.1:{free_port()}/v1"
    assert kind_of(lambda: adapter(base_url=base_url).probe()) == "refused"


def test_certificate_that_nobody_vouches_for_is_named(tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    own = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + dt.timedelta(days=1))
    both = tmp_path / "own.pem"
    both.write_bytes(
        own.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)
        + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        row = SimpleNamespace(**COLUMNS, timeout=5)
        row.base_url = f"https://localhost:{server.server_port}/v1"
        with pytest.raises(AuthorityError) as caught:
            HttpAuthority(row).probe()
        server.shutdown()
    assert caught.value.kind == "tls"


def test_probe_asks_for_nothing_but_an_answer(adapter, plan):
    adapter().probe()
    assert [request.url.partition("/v1")[2] for request, _ in plan.seen] == ["/status"]


@pytest.mark.parametrize(
    "changes",
    [
        {"base_url": "http://authority.example/v1"},
        {"base_url": "http://192.0.2.7/v1"},
        {"base_url": "ftp://127.0.0.1/"},
        {"base_url": ""},
        {"secret": ""},
        {"key_id": ""},
        {"callback_secret": None},
        {"callback_key_id": ""},
    ],
    ids=str,
)
def test_nothing_is_sent_in_the_clear_or_without_keys(adapter, plan, changes):
    assert kind_of(lambda: adapter(**changes).submit(REQUEST)) == "setup"
    assert plan.seen == []


def test_no_error_tells_anything_about_the_holder(adapter, plan):
    plan.status = 422
    with pytest.raises(AuthorityError) as raised:
        adapter().submit(REQUEST)
    told = f"{raised.value!r} {REQUEST!r}"
    assert "张三" not in told
    assert REQUEST.document_number not in told
