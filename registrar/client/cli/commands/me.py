"""`zm me`: whose key this is."""

from registrar.client.cli.exits import OK
from registrar.client.cli.output.moments import moment
from registrar.client.cli.session import Session
from registrar.client.shapes.me import Me
from registrar.client.texts import gettext as _

from .adding import Parsers


def add(parsers: Parsers) -> None:
    parsers.command("me", _("show the account and the key"), _me)


def _me(session: Session) -> int:
    return show_me(session, session.client.me.get())


def show_me(session: Session, me: Me) -> int:
    if session.out.as_json:
        session.out.data(me)
        return OK
    session.out.facts(
        [
            (_("account"), f"{me['account']['name']} ({me['account']['slug']})"),
            (_("key"), me["key"]["name"]),
            (_("expires"), moment(me["key"]["expires_at"])),
            (_("scopes"), " ".join(me["scopes"])),
        ]
    )
    return OK
