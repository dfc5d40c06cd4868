"""One HTTP request: its limits, its signature, its answer, and what goes wrong on purpose."""

import json
import re
import time
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

from http_message_signatures import HTTPMessageSignaturesException

from .cases import Said
from .signatures import Request, Response, is_signed, sign_answer, spoiled

if TYPE_CHECKING:
    from .server import ReferenceServer

_CASE = re.compile(r"/v1/cases/(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_PICTURE = re.compile(_CASE.pattern + r"/pictures/(?P<position>[0-9]{1,2})")
_MOST_BYTES = 20 * 1024 * 1024
_JSON, _PROBLEM = "application/json", "application/problem+json"


class Handler(BaseHTTPRequestHandler):
    """Paths below /v1 are the contract's and signed; /faults is for whoever runs it."""

    server: "ReferenceServer"
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        self._answer_signed(b"")

    def do_PUT(self) -> None:
        body = self._read()
        if body is not None:
            self._answer_signed(body)

    def do_POST(self) -> None:
        body = self._read()
        if body is None:
            return
        done = False
        if self.path == "/faults":
            try:
                done = self.server.faults.inject(**json.loads(body))
            except (ValueError, TypeError):
                done = False
        self._write(Response(204 if done else 400, {}, self._request()))

    def do_DELETE(self) -> None:
        if self.path == "/faults":
            self.server.faults.clear()
        self._write(Response(204, {}, self._request()))

    def log_message(self, *_args: Any) -> None:
        """Nothing: addresses hold the ids of cases."""

    def _answer_signed(self, body: bytes) -> None:
        place, transaction_id = self._place()
        strikes = self.server.faults.strikes
        if strikes("no_answer", place):
            self._hang_up()
            return
        request = self._request()
        if strikes("error_500", place):
            self._write(Response(500, {}, request))
            return
        if is_signed(request, body, self.server.options.registrar_key):
            status, said = self._do(place, transaction_id, body)
        else:
            status, said = 401, {"status": 401, "code": "signature_refused"}
        self.server.store.note_request(place, transaction_id, status)
        if strikes("slow", place):
            time.sleep(self.server.options.slow)
        if strikes("lost_answer", place):
            self._hang_up()
            return
        self._write(self._signed(request, status, said, place))

    def _signed(self, request: Request, status: int, said: dict[str, Any], place: str) -> Response:
        garbage = self.server.faults.strikes("garbage", place)
        body = b'{"standing": "perh' if garbage else json.dumps(said, ensure_ascii=False).encode()
        media_type = _JSON if status < 400 else _PROBLEM
        answer = Response(status, {"Content-Type": media_type}, request, body)
        key = self.server.options.own_key
        wrong = self.server.faults.strikes("wrong_signature", place)
        try:
            sign_answer(answer, spoiled(key) if wrong else key)
        except HTTPMessageSignaturesException:
            # It answers a request that has no signature to refer to: without one of its own.
            answer.headers = {"Content-Type": media_type}
        return answer

    def _do(self, place: str, transaction_id: str, body: bytes) -> Said:
        cases = self.server.cases
        if place == "picture":
            position = int(_PICTURE.fullmatch(self.path)["position"])  # type: ignore[index]
            return cases.put_picture(transaction_id, position, body)
        if place == "submit":
            return cases.put_case(transaction_id, body)
        if place == "ask":
            return cases.answer(transaction_id)
        if place == "status":
            return 200, {"status": "well"}
        return 404, {"status": 404, "code": "not_found"}

    def _place(self) -> tuple[str, str]:
        """Which part of the contract is asked for, and of which case."""
        put = self.command == "PUT"
        if put and (found := _PICTURE.fullmatch(self.path)):
            return "picture", found["id"]
        if found := _CASE.fullmatch(self.path):
            return ("submit" if put else "ask"), found["id"]
        return ("status" if self.path == "/v1/status" and not put else "nowhere"), ""

    def _request(self) -> Request:
        host = self.headers.get("Host", "")
        return Request(self.command, f"http://{host}{self.path}", dict(self.headers.items()))

    def _read(self) -> bytes | None:
        """The body; None where it was refused already."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > _MOST_BYTES:
            self.close_connection = True
            self._write(Response(413 if length.isdigit() else 411, {}, self._request()))
            return None
        return self.rfile.read(int(length))

    def _write(self, answer: Response) -> None:
        try:
            self.send_response_only(answer.status_code)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.status_code != 204:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)
        except (BrokenPipeError, ConnectionResetError):
            # Whoever asked has not waited.
            self.close_connection = True

    def _hang_up(self) -> None:
        self.close_connection = True
