"""`zm events`: what has happened, and what happens now."""

import datetime as dt
from time import sleep

from registrar.client.cli.exits import OK
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.shapes.events import Event
from registrar.client.texts import gettext as _

from .adding import Parsers, list_options
from .listing import show_list

_PAUSE = 3.0


def add(parsers: Parsers) -> None:
    events = parsers.command("events", _("what has happened, oldest first"), _events)
    events.add_argument("--type", help=_("such as verification.passed or verification.*"))
    events.add_argument("--object", metavar="ID", help=_("an object's id, or a domain's name"))
    events.add_argument("--since", metavar="DAY", help=_("a day or a moment"))
    events.add_argument("--after", metavar="EVENT", help=_("go on behind this event"))
    events.add_argument(
        "--follow",
        action="store_true",
        help=_("and what comes, until Ctrl-C; begins at the oldest event unless told otherwise"),
    )
    events.add_argument("--from-now", action="store_true", help=_("nothing older than this moment"))
    list_options(events)


def _events(session: Session) -> int:
    args, events = session.args, session.client.events
    wanted = {
        "type": args.type,
        "object_id": args.object,
        "since": _now() if args.from_now and not args.cursor else args.since,
        "after": args.after,
    }
    if args.follow:
        return _follow(session, wanted)
    return show_list(
        session,
        page=events.page,
        every=events.list,
        titles=[_("when"), _("event"), _("object"), _("id")],
        row=_row,
        **wanted,
    )


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()


def _row(event: Event) -> list[Cell]:
    return [
        Cell(moment(event["occurred_at"])),
        Cell(event["type"], event["type"].rpartition(".")[2]),
        Cell(event["object"]["id"]),
        Cell(event["id"]),
    ]


def _follow(session: Session, wanted: dict[str, str | None]) -> int:
    """Line by line, with `--json` a document each; Ctrl-C says where to go on."""
    cursor: str | None = session.args.cursor
    try:
        while True:
            page = session.client.events.page(cursor, **wanted)  # type: ignore[arg-type]
            for event in page["items"]:
                show_event(session, event)
            cursor, wanted["after"] = page["cursor"], None
            if not page["next"]:
                sleep(_PAUSE)
    except KeyboardInterrupt:
        if cursor:
            go_on = f"zm events --follow --cursor {cursor}"
            session.out.say(_("To go on from here: %(command)s") % {"command": go_on})
        return OK


def show_event(session: Session, event: Event) -> None:
    if session.out.as_json:
        session.out.rows([event])
        return
    when, what, which, number = (session.out.cell(cell) for cell in _row(event))
    session.out.line(f"{when}  {what}  {which}  {number}")
    # Each as it comes, for whoever reads from a pipe too.
    session.out.flush()
