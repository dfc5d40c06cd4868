"""`zm webhooks listen`: a receiver on this machine that verifies signatures and prints events."""

import getpass
import json
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from registrar.client.cli.exits import OK, Stop
from registrar.client.cli.session import Session
from registrar.client.signatures import BadSignature, is_secret, verify
from registrar.client.texts import gettext as _

from .adding import Parsers
from .events import show_event

_MOST_BYTES = 1024 * 1024


def add(group: Parsers) -> None:
    listen = group.command(
        "listen",
        _("receive on this machine, and print; the secret is that of ZM_WEBHOOK_SECRET"),
        _listen,
    )
    listen.add_argument("port", type=port, help=_("0 to 65535"))
    listen.add_argument("--host", default="127.0.0.1", help=_("the address to listen on"))


def port(text: str) -> int:
    """A number that a port can have; ValueError for any other."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError(text)
    return number


def _listen(session: Session) -> int:
    secret = _secret()
    server = make_server(session, secret, session.args.host, session.args.port)
    address = f"http://{session.args.host}:{server.server_port}/"
    session.out.say(_("Listening at %(address)s; Ctrl-C ends it.") % {"address": address})
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return OK
    finally:
        server.server_close()
    return OK


def _secret() -> str:
    """From ZM_WEBHOOK_SECRET, or asked for: never an argument, which others see."""
    secret = os.environ.get("ZM_WEBHOOK_SECRET", "")
    if not secret and sys.stdin.isatty():
        secret = getpass.getpass(_("The endpoint's secret (whsec_…): "))
    if not secret:
        raise Stop(_("Set ZM_WEBHOOK_SECRET to the endpoint's secret (whsec_…)."))
    if not is_secret(secret.strip()):
        raise Stop(_("This is no secret of an endpoint (whsec_…)."))
    return secret.strip()


def make_server(session: Session, secret: str, host: str, port: int) -> ThreadingHTTPServer:
    """Listening already; each delivery that is signed right is printed and answered with 204."""

    class Receiver(BaseHTTPRequestHandler):
        timeout = 10

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not (length.isascii() and length.isdigit()) or int(length) > _MOST_BYTES:
                self._answer(413)
                return
            body = self.rfile.read(int(length))
            try:
                verify(secret, {k.lower(): v for k, v in self.headers.items()}, body)
                _show(session, json.loads(body))
            except BadSignature as error:
                session.out.say(_("Refused: %(why)s") % {"why": error})
                self._answer(401)
                return
            except ValueError:
                self._answer(400)
                return
            else:
                self._answer(204)

        def _answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """What is printed is the events."""

    return ThreadingHTTPServer((host, port), Receiver)


def _show(session: Session, event: Any) -> None:
    """As an event, or as it came where it is none, such as a ping."""
    try:
        show_event(session, event)
    except (KeyError, TypeError):
        session.out.rows([event])
