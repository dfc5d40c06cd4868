"""`zm operations`: changes that were asked for."""

from registrar.client.cli.exits import OK
from registrar.client.cli.output.labels import label
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.shapes.operations import Operation
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, list_options, timeout_option
from .following import operation_ended
from .listing import show_list
from .operations_shown import show_operation
from .parts import state_cell


def add(parsers: Parsers) -> None:
    group = parsers.group("operations", _("list, follow and cancel operations"))
    listed = group.command("list", _("list operations, newest first"), _list)
    listed.add_argument("--state", help=_("such as failed"))
    listed.add_argument("--kind", metavar="OPERATION", help=_("such as change_registrant"))
    listed.add_argument("--domain", metavar="NAME", help=_("only those of this domain"))
    listed.add_argument("--batch", metavar="ID", help=_("only those of this batch"))
    list_options(listed)
    group.command("show", _("read one operation"), _show).add_argument("id")
    watch = group.command("watch", _("wait for its end"), _watch)
    watch.add_argument("id")
    timeout_option(watch)
    cancel = group.command("cancel", _("cancel it, until the registry has got it"), _cancel)
    cancel.add_argument("id")
    dry_run_option(cancel)


def _list(session: Session) -> int:
    args, operations = session.args, session.client.operations
    return show_list(
        session,
        page=operations.page,
        every=operations.list,
        titles=[_("operation"), _("what"), _("domain"), _("state"), _("since")],
        row=_row,
        state=args.state,
        operation=args.kind,
        domain=args.domain,
        batch=args.batch,
    )


def _row(operation: Operation) -> list[Cell]:
    return [
        Cell(operation["id"]),
        Cell(label(operation["operation"])),
        Cell(operation["domain"]),
        state_cell(operation["state"]),
        Cell(moment(operation["created_at"])),
    ]


def _show(session: Session) -> int:
    show_operation(session, session.client.operations.get(session.args.id))
    return OK


def _watch(session: Session) -> int:
    return operation_ended(session, session.client.operations.get(session.args.id), follow=True)


def _cancel(session: Session) -> int:
    operation = session.client.operations.cancel(session.args.id, **session.how)
    show_operation(session, operation)
    return OK
