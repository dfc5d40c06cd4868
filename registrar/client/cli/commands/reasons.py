"""`zm reasons`: what failure messages mean."""

import sys

from registrar.client.cli.exits import NO, OK
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

from .adding import Parsers, list_options
from .failures import show_reason
from .listing import show_list


def add(parsers: Parsers) -> None:
    group = parsers.group("reasons", _("what failure messages mean"))
    list_options(group.command("list", _("every failure reason"), _list))
    group.command("show", _("one reason, with its causes and steps"), _show).add_argument("code")
    classify = group.command("classify", _("what a raw message means"), _classify)
    classify.add_argument("message", help=_("- reads it from standard input"))
    classify.add_argument("--authority", help=_("who said it"))


def _list(session: Session) -> int:
    return show_list(
        session,
        page=session.client.failure_reasons.page,
        every=session.client.failure_reasons.list,
        titles=[_("code"), _("reason"), _("next")],
        row=lambda reason: [Cell(reason["code"]), Cell(reason["title"]), Cell(reason["next"])],
    )


def _show(session: Session) -> int:
    reason = session.client.failure_reasons.get(session.args.code)
    if session.out.as_json:
        session.out.data(reason)
    else:
        show_reason(session, reason)
        for message in reason["messages"]:
            session.out.line(f"  “{message}”")
    return OK


def _classify(session: Session) -> int:
    """1 for a message that nobody knows."""
    args = session.args
    message = sys.stdin.read() if args.message == "-" else args.message
    found = session.client.failure_reasons.classify(message, authority=args.authority)
    if session.out.as_json:
        session.out.data(found)
    else:
        rows = [[Cell(m["code"]), Cell(f"{m['confidence']:.0%}")] for m in found["reasons"]]
        if rows:
            session.out.table([_("code"), _("confidence")], rows)
        for text in found["leftover"]:
            session.out.say(_("Not understood: %(text)s") % {"text": text})
    return NO if found["unknown"] else OK
