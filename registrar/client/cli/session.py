"""What a command has at hand: its arguments, the printer, and the API when it is needed."""

import os
from argparse import Namespace
from functools import cached_property
from typing import TYPE_CHECKING

from registrar.client.texts import gettext as _

from . import profiles
from .exits import DENIED, Stop
from .output.printer import Printer

if TYPE_CHECKING:
    from registrar.client import Client
    from registrar.client.how import How


class Session:
    """One run of `zm`."""

    def __init__(self, args: Namespace, printer: Printer, language: str) -> None:
        self.args, self.out, self.language = args, printer, language
        self._open: list[Client] = []

    @cached_property
    def client(self) -> "Client":
        profile = profiles.choose(self.args.profile)
        return self.client_for(profile)

    def client_for(self, profile: profiles.Profile) -> "Client":
        """A client for a profile; closed with the session. Stop for a key that can't be sent."""
        if not (profile.key.isascii() and profile.key.isprintable()):
            raise Stop(_("The key holds characters that no key has."), DENIED)
        # The HTTP library takes a third of the start: only what calls the API loads it.
        from registrar.client import Client  # noqa: PLC0415 - see above

        client = Client(
            profile.url,
            profile.key,
            language=self.language,
            timeout=float(self.args.request_timeout),
            allow_http=bool(os.environ.get("ZM_ALLOW_HTTP")),
        )
        self._open.append(client)
        return client

    @property
    def dry_run(self) -> bool:
        return bool(getattr(self.args, "dry_run", False))

    @property
    def how(self) -> "How":
        """The options that commands which change something share."""
        return {"dry_run": True} if self.dry_run else {}

    def close(self) -> None:
        for client in self._open:
            client.close()
