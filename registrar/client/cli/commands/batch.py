"""`zm batch`: many operations or verifications in one call."""

import json
import sys
from pathlib import Path
from typing import Any

from registrar.client.cli.exits import NO, OK, Stop
from registrar.client.cli.output.labels import label
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.resources import batches
from registrar.client.shapes.batches import Batch, BatchItem
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, list_options, timeout_option, watch_options
from .listing import show_list
from .parts import state_cell
from .watching import watch


def add(parsers: Parsers) -> None:
    group = parsers.group("batch", _("many operations or verifications at once"))
    start = group.command("start", _("ask for all of a file"), _start)
    start.add_argument("kind", choices=batches.KINDS)
    start.add_argument("file", help=_("NDJSON, a body a line; - is standard input"))
    dry_run_option(start)
    watch_options(start)
    listed = group.command("list", _("list batches"), _list)
    listed.add_argument("--kind", help=_("operations or verifications"))
    listed.add_argument("--state", help=_("such as failed"))
    list_options(listed)
    group.command("show", _("how far a batch is"), _show).add_argument("id")
    items = group.command("items", _("its items"), _items)
    items.add_argument("id")
    items.add_argument("--state", help=_("such as failed"))
    list_options(items)
    followed = group.command("watch", _("wait for its end"), _watch)
    followed.add_argument("id")
    timeout_option(followed)
    group.command("cancel", _("let go of what waits its turn"), _cancel).add_argument("id")
    group.command("resume", _("try again what failed"), _resume).add_argument("id")


def _start(session: Session) -> int:
    args = session.args
    batch = session.client.batches.start(args.kind, _bodies(args.file), **session.how)
    return _ended(session, batch, follow=args.watch and not args.dry_run)


def _bodies(name: str) -> list[Any]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except ValueError as error:
        raise Stop(_("%(path)s holds no JSON.") % {"path": name}) from error


def _list(session: Session) -> int:
    return show_list(
        session,
        page=session.client.batches.page,
        every=session.client.batches.list,
        titles=[_("batch"), _("what"), _("state"), _("items"), _("made")],
        row=lambda row: [
            Cell(row["id"]),
            Cell(label(row["kind"])),
            state_cell(row["state"]),
            Cell(_progress(row)),
            Cell(moment(row["created_at"])),
        ],
        kind=session.args.kind,
        state=session.args.state,
    )


def _items(session: Session) -> int:
    args, client = session.args, session.client
    return show_list(
        session,
        page=lambda cursor, **wanted: client.batches.items_page(args.id, cursor, **wanted),
        every=lambda **wanted: client.batches.items(args.id, **wanted),
        titles=[_("item"), _("of"), _("turn"), _("id"), _("state"), _("remarks")],
        row=_row,
        state=args.state,
    )


def _row(item: BatchItem) -> list[Cell]:
    return [
        Cell(str(item["index"])),
        Cell(item["domain"] or item.get("template") or ""),
        state_cell(item["item_state"]),
        Cell(item["id"] or ""),
        state_cell(item["state"] or ""),
        Cell(str((item["problem"] or {}).get("detail", ""))),
    ]


def _show(session: Session) -> int:
    return _shown(session, session.client.batches.get(session.args.id))


def _watch(session: Session) -> int:
    return _ended(session, session.client.batches.get(session.args.id), follow=True)


def _cancel(session: Session) -> int:
    return _shown(session, session.client.batches.cancel(session.args.id))


def _resume(session: Session) -> int:
    return _shown(session, session.client.batches.resume(session.args.id))


def _ended(session: Session, batch: Batch, *, follow: bool) -> int:
    """1 where an item was refused or failed."""
    if follow:
        batch = watch(
            session,
            lambda: session.client.batches.get(batch["id"]),
            ended=batches.ENDED,
            again=f"zm batch watch {batch['id']}",
            describe=_progress,
        )
    _shown(session, batch)
    bad = batch["counts"].get("refused", 0) + batch["counts"].get("failed", 0)
    return NO if bad else OK


def _progress(batch: Batch) -> str:
    return " · ".join(f"{label(state)} {n}" for state, n in batch["counts"].items() if n)


def _shown(session: Session, batch: Batch) -> int:
    if session.out.as_json:
        session.out.data(batch)
        return OK
    session.out.facts(
        [
            (_("batch"), "" if session.dry_run else batch["id"]),
            (_("what"), label(batch["kind"])),
            (_("state"), "" if session.dry_run else state_cell(batch["state"])),
            (_("items"), _progress(batch)),
            (_("expected"), batch["expected_on"] or ""),
        ]
    )
    return OK
