"""`zm support`: when the fixes don't help."""

from registrar.client.cli.exits import OK
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.shapes.support import SupportRequestDetail
from registrar.client.texts import gettext as _

from .adding import Parsers, list_options
from .listing import show_list
from .parts import state_cell

_SUBJECTS = ("verification", "operation", "domain", "reason", "message")


def add(parsers: Parsers) -> None:
    group = parsers.group("support", _("ask support, and read its answers"))
    listed = group.command("list", _("list support requests"), _list)
    listed.add_argument("--state", help=_("open, waiting_for_user or closed"))
    list_options(listed)
    group.command("show", _("read one request"), _show).add_argument("id")
    ask = group.command("ask", _("ask support"), _ask)
    ask.add_argument("text")
    about = ask.add_mutually_exclusive_group()
    for subject in _SUBJECTS:
        about.add_argument(f"--{subject}", metavar=subject.upper())
    write = group.command("write", _("write in a request"), _write)
    write.add_argument("id")
    write.add_argument("text")
    group.command("close", _("close a request"), _close).add_argument("id")


def _list(session: Session) -> int:
    return show_list(
        session,
        page=session.client.support_requests.page,
        every=session.client.support_requests.list,
        titles=[_("request"), _("subject"), _("state"), _("last")],
        row=lambda row: [
            Cell(row["id"]),
            Cell(row["subject"]),
            state_cell(row["state"]),
            Cell(moment(row["last_activity_at"])),
        ],
        state=session.args.state,
    )


def _show(session: Session) -> int:
    return _shown(session, session.client.support_requests.get(session.args.id))


def _ask(session: Session) -> int:
    given = {name: getattr(session.args, name) for name in _SUBJECTS}
    about = {name: value for name, value in given.items() if value}
    return _shown(session, session.client.support_requests.ask(session.args.text, **about))


def _write(session: Session) -> int:
    args = session.args
    return _shown(session, session.client.support_requests.write(args.id, args.text))


def _close(session: Session) -> int:
    return _shown(session, session.client.support_requests.close(session.args.id))


def _shown(session: Session, request: SupportRequestDetail) -> int:
    out = session.out
    if out.as_json:
        out.data(request)
        return OK
    out.facts([(_("request"), request["id"]), (_("state"), state_cell(request["state"]))])
    for message in request["messages"]:
        out.line(f"{moment(message['created_at'])} {message['author_name'] or message['author']}")
        out.line(f"  {message['text']}")
    return OK
