"""Lists, the same way everywhere: a page as a table or as it came, or all of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from registrar.client.cli.exits import OK
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

Row = Callable[[Any], Sequence[Cell]]


def show_list(
    session: Session,
    *,
    page: Callable[..., Mapping[str, Any]],
    every: Callable[..., Iterator[Any]],
    titles: Sequence[str],
    row: Row,
    **wanted: Any,
) -> int:
    """Print a list of the API; its filters are `wanted`, those of `list_options` come besides."""
    args, out = session.args, session.out
    wanted["limit"] = args.limit
    if args.all:
        items = every(**wanted)
        if out.as_json:
            out.rows(items)
            return OK
        return _table(session, titles, [row(item) for item in items])
    answer = page(args.cursor, **wanted)
    if out.as_json:
        out.data(answer)
        return OK
    _table(session, titles, [row(item) for item in answer["items"]])
    if answer["next"]:
        out.say(_("More: --all, or --cursor %(cursor)s") % {"cursor": answer["next"]})
    return OK


def _table(session: Session, titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
    if rows:
        session.out.table(titles, rows)
    else:
        session.out.say(_("Nothing found."))
    return OK
