"""The process: a server, a sender of callbacks, and their end."""

import signal
import threading
from http.server import ThreadingHTTPServer

from .callbacks import CallbackSender
from .cases import Cases
from .faults import Faults
from .handler import Handler
from .options import Options
from .register import Register
from .store import Store


class ReferenceServer(ThreadingHTTPServer):
    """On the loopback address only: faults are injected without being asked who one is."""

    daemon_threads = True

    def __init__(self, options: Options) -> None:
        self.options = options
        self.faults = Faults()
        self.store = Store(options.store)
        self.cases = Cases(options, Register(options.register), self.store)
        super().__init__(("127.0.0.1", options.port), Handler)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller who hangs up is no news."""


def serve(options: Options) -> None:
    """Until SIGTERM or Ctrl-C. OSError where the port or the store can't be had."""
    server = ReferenceServer(options)
    sender = CallbackSender(options, server.store, server.faults)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    if options.callback_url:
        sender.start()
    print(f"Reference authority ready: {server.base_url}", flush=True)
    try:
        server.serve_forever(poll_interval=0.1)
    finally:
        server.server_close()
        if options.callback_url:
            sender.end()
        server.store.close()
