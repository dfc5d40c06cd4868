"""`zm login`, `zm logout`, `zm profiles`: which server, with which key."""

import getpass
import sys

from registrar.client.cli import profiles
from registrar.client.cli.exits import NOT_FOUND, OK, Stop
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

from .adding import Parsers
from .me import show_me

_DEMO = "http://127.0.0.1:8000"


def add(parsers: Parsers) -> None:
    login = parsers.command("login", _("remember a server and a key"), _login)
    login.add_argument("--url", help=_("the server, such as https://registrar.example"))
    logout = parsers.command("logout", _("forget a profile"), _logout)
    logout.add_argument("name", nargs="?", help=_("its name; without: the current one"))
    parsers.command("profiles", _("list what is remembered, without keys"), _list)
    use = parsers.command("use", _("make a profile the current one"), _use)
    use.add_argument("name")


def _login(session: Session) -> int:
    """The key is asked for, or read from standard input: never an argument, which others see."""
    args = session.args
    asked = sys.stdin.isatty()
    url = args.url or (_asked_url() if asked else _DEMO)
    key = (getpass.getpass(_("API key: ")) if asked else sys.stdin.readline()).strip()
    if not key:
        raise Stop(_("No key was given."))
    profile = profiles.Profile(url, key)
    me = session.client_for(profile).me.get()
    place = profiles.path()
    known = profiles.load(place).known
    name = args.profile or profiles.DEFAULT
    profiles.save(place, profiles.Profiles({**known, name: profile}, name))
    session.out.say(_("Signed in; kept in %(path)s.") % {"path": place})
    return show_me(session, me)


def _asked_url() -> str:
    sys.stderr.write(_("Server [%(url)s]: ") % {"url": _DEMO})
    sys.stderr.flush()
    return sys.stdin.readline().strip() or _DEMO


def _logout(session: Session) -> int:
    place = profiles.path()
    all_of_them = profiles.load(place)
    name = session.args.name or session.args.profile or all_of_them.current
    known = dict(_found(all_of_them, name).known)
    del known[name]
    current = next(iter(known), profiles.DEFAULT) if name == all_of_them.current else None
    profiles.save(place, profiles.Profiles(known, current or all_of_them.current))
    session.out.say(_("Forgotten here. The key itself stays valid until it is revoked."))
    return OK


def _use(session: Session) -> int:
    place = profiles.path()
    known = _found(profiles.load(place), session.args.name).known
    profiles.save(place, profiles.Profiles(known, session.args.name))
    return OK


def _found(all_of_them: profiles.Profiles, name: str) -> profiles.Profiles:
    if name not in all_of_them.known:
        raise Stop(_("There is no profile %(name)s.") % {"name": name}, NOT_FOUND)
    return all_of_them


def _list(session: Session) -> int:
    all_of_them = profiles.load(profiles.path())
    current = all_of_them.current
    rows = [
        {"name": name, "url": profile.url, "current": name == current}
        for name, profile in all_of_them.known.items()
    ]
    if session.out.as_json:
        session.out.data(rows)
    elif rows:
        cells = [
            [Cell("*" if r["current"] else ""), Cell(str(r["name"])), Cell(str(r["url"]))]
            for r in rows
        ]
        session.out.table(["", _("name"), _("server")], cells)
    return OK
