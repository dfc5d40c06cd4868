"""`zm logs`: the operation log."""

from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.shapes.logs import LogEntry
from registrar.client.texts import gettext as _

from .adding import Parsers, list_options
from .listing import show_list
from .parts import state_cell


def add(parsers: Parsers) -> None:
    logs = parsers.command("logs", _("who did what, newest first"), _logs)
    logs.add_argument("--action", help=_("an action or an object type"))
    logs.add_argument("--actor", help=_("part of a name, or user, key, staff, system"))
    logs.add_argument("--object", metavar="ID")
    logs.add_argument("-q", help=_("text in object, actor, action or reason"))
    logs.add_argument("--since", metavar="DAY", help=_("a day or a moment"))
    logs.add_argument("--until", metavar="DAY", help=_("a day or a moment"))
    list_options(logs)


def _logs(session: Session) -> int:
    args, logs = session.args, session.client.operation_logs
    return show_list(
        session,
        page=logs.page,
        every=logs.list,
        titles=[_("when"), _("who"), _("action"), _("object"), _("result")],
        row=_row,
        action=args.action,
        actor=args.actor,
        object_id=args.object,
        q=args.q,
        since=args.since,
        until=args.until,
    )


def _row(entry: LogEntry) -> list[Cell]:
    return [
        Cell(moment(entry["occurred_at"])),
        Cell(entry["actor"]["name"]),
        Cell(entry["action"]),
        Cell(entry["object"]["label"] or entry["object"]["id"]),
        state_cell(entry["result"]),
    ]
