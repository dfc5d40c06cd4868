"""`zm export` and `zm import`: lists as CSV and XLSX files."""

import sys
from pathlib import Path

from registrar.client.cli.exits import NO, OK, Stop
from registrar.client.cli.output.labels import label
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.resources.sheets import ENDED, KINDS, LOOKED_AT
from registrar.client.shapes.imports import Import, ImportRow
from registrar.client.texts import gettext as _

from .adding import Parsers, list_options, timeout_option
from .listing import show_list
from .parts import state_cell
from .watching import watch


def add(parsers: Parsers) -> None:
    export = parsers.command("export", _("a list as a file"), _export)
    export.add_argument("kind", choices=KINDS)
    export.add_argument("--format", choices=["csv", "xlsx"], default="csv")
    export.add_argument("--output", "-o", metavar="FILE", help=_("without: standard output"))
    export.add_argument(
        "--filter", action="append", default=[], metavar="NAME=VALUE", help=_("as the list takes")
    )
    group = parsers.group("import", _("change a list by a file"))
    upload = group.command("upload", _("look at a file; nothing is changed"), _upload)
    upload.add_argument("kind", choices=KINDS)
    upload.add_argument("file")
    timeout_option(upload)
    group.command("show", _("how far an import is"), _show).add_argument("id")
    rows = group.command("rows", _("what each row would do"), _rows)
    rows.add_argument("id")
    rows.add_argument("--state", help=_("such as wrong"))
    list_options(rows)
    run = group.command("run", _("carry it out, and wait for its end"), _run)
    run.add_argument("id")
    run.add_argument("--duplicates", action="store_true", help=_("rows that are there twice, too"))
    timeout_option(run)
    group.command("cancel", _("forget an import"), _cancel).add_argument("id")


def _export(session: Session) -> int:
    args = session.args
    pairs = [text.partition("=") for text in args.filter]
    if any(not sign for _name, sign, _value in pairs):
        raise Stop(_("Write NAME=VALUE: %(text)s") % {"text": " ".join(args.filter)})
    wanted = {name: value for name, _sign, value in pairs}
    content = session.client.sheets.export(args.kind, format=args.format, **wanted)
    if args.output:
        Path(args.output).write_bytes(content)
        return OK
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    return OK


def _upload(session: Session) -> int:
    """1 where a row is wrong, or the file as a whole."""
    args, sheets = session.args, session.client.sheets
    taken = sheets.upload(args.kind, Path(args.file))
    again = f"zm import show {taken['id']}"
    looked = watch(session, lambda: sheets.get(taken["id"]), ended=LOOKED_AT, again=again)
    _shown(session, looked)
    if looked["state"] == "preview" and looked["counts"].get("ready"):
        session.out.say(_("To run it: %(command)s") % {"command": f"zm import run {taken['id']}"})
    return NO if looked["errors"] or looked["counts"].get("wrong") else OK


def _run(session: Session) -> int:
    """1 where a row was refused."""
    args, sheets = session.args, session.client.sheets
    sheets.run(args.id, duplicates=args.duplicates)
    again = f"zm import show {args.id}"
    ended = watch(session, lambda: sheets.get(args.id), ended=ENDED, again=again)
    _shown(session, ended)
    return NO if ended["state"] == "failed" or ended["counts"].get("refused") else OK


def _show(session: Session) -> int:
    return _shown(session, session.client.sheets.get(session.args.id))


def _cancel(session: Session) -> int:
    return _shown(session, session.client.sheets.cancel(session.args.id))


def _rows(session: Session) -> int:
    args, sheets = session.args, session.client.sheets
    return show_list(
        session,
        page=lambda cursor, **wanted: sheets.rows_page(args.id, cursor, **wanted),
        every=lambda **wanted: sheets.rows(args.id, **wanted),
        titles=[_("row"), _("what"), _("state"), _("effect"), _("remarks")],
        row=_row,
        state=args.state,
    )


def _row(row: ImportRow) -> list[Cell]:
    return [
        Cell(str(row["number"])),
        Cell(row["title"]),
        state_cell(row["state"]),
        Cell(label(row["effect"])),
        Cell(" ".join(f"{e['field']}: {e['message']}" for e in row["errors"])),
    ]


def _shown(session: Session, taken: Import) -> int:
    if session.out.as_json:
        session.out.data(taken)
        return OK
    counts = " · ".join(f"{label(name)} {n}" for name, n in taken["counts"].items() if n)
    session.out.facts(
        [
            (_("import"), taken["id"]),
            (_("file"), taken["file_name"]),
            (_("state"), state_cell(taken["state"])),
            (_("rows"), counts),
        ]
    )
    for text in (*taken["notes"], *(f"{e['field']}: {e['message']}" for e in taken["errors"])):
        session.out.say(text)
    return OK
