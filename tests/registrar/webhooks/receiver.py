"""A receiver on a real socket, which answers as a test tells it to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Handle = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Got:
    """One request, as it came."""

    path: str
    headers: dict[str, str]
    body: str

    @property
    def event(self) -> str:
        return self.headers["webhook-id"]


@dataclass
class Receiver:
    """What came, and what is answered: `answers` one after another, then `handle` for the rest."""

    port: int
    handle: Handle
    got: list[Got] = field(default_factory=list)
    answers: list[Handle] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hooks"


def status(code: int, body: bytes = b"", **headers: str) -> Handle:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def raw(content: bytes) -> Handle:
    """Bytes as they are, and the end of the connection."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(content)
        handler.close_connection = True

    return answer


def silent(until: threading.Event) -> Handle:
    """Nothing, until the test is over."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        until.wait(30)
        handler.close_connection = True

    return answer


@contextmanager
def receiving(handle: Handle | None = None) -> Iterator[Receiver]:
    told: Receiver

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            body = self.rfile.read(length).decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            told.got.append(Got(self.path, headers, body))
            (told.answers.pop(0) if told.answers else told.handle)(self)

        def log_message(self, *_args: Any) -> None:
            """Nobody reads it."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_args: Any) -> None:
            """Callers that break off are what is tested."""

    server = Quiet(("127.0.0.1", 0), Handler)
    told = Receiver(server.server_port, handle or status(204))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
