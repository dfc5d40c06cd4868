"""/imports and …/export: lists as CSV and XLSX files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.common import Page
from registrar.client.shapes.imports import Import, ImportRow

from .base import Resource, part

KINDS = ("domains", "templates")
ENDED = frozenset({"done", "cancelled", "failed"})
LOOKED_AT = ENDED | {"preview"}


class RowFilter(TypedDict, total=False):
    state: str | None
    limit: int | None


class Sheets(Resource):
    def export(self, kind: str, *, format: str = "csv", **wanted: Any) -> bytes:  # noqa: A002
        """The whole file; filters as in the list. ValueError for another `kind`."""
        if kind not in KINDS:
            raise ValueError(f"exports are of {' or '.join(KINDS)}")
        query = {**wanted, "format": format}
        return self._transport.call("GET", f"/{kind}/export", query=query).content

    def list(self, *, state: str | None = None, limit: int | None = None) -> Iterator[Import]:
        return self._every("/imports", {"state": state, "limit": limit})

    def page(
        self, cursor: str | None = None, *, state: str | None = None, limit: int | None = None
    ) -> Page[Import]:
        query = {"state": state, "limit": limit, "cursor": cursor}
        return cast(Page[Import], self._page("/imports", query))

    def upload(self, kind: str, path: Path, **how: Unpack[How]) -> Import:
        """Nothing is changed before it is run; ask until `state` is preview."""
        files = {"file": (path.name, path.read_bytes())}
        fields = {"kind": kind}
        answer = self._transport.call("POST", "/imports", files=files, fields=fields, how=how)
        return cast(Import, self._json(answer))

    def get(self, import_id: str) -> Import:
        return cast(Import, self._get(_place(import_id)))

    def rows(self, import_id: str, **wanted: Unpack[RowFilter]) -> Iterator[ImportRow]:
        """What each would do, or what is wrong with it."""
        return self._every(_place(import_id, "rows"), wanted)

    def rows_page(
        self, import_id: str, cursor: str | None = None, **wanted: Unpack[RowFilter]
    ) -> Page[ImportRow]:
        page = self._page(_place(import_id, "rows"), {**wanted, "cursor": cursor})
        return cast(Page[ImportRow], page)

    def run(self, import_id: str, *, duplicates: bool = False, **how: Unpack[How]) -> Import:
        """Accepted at once; `duplicates` takes those rows too."""
        body = {"duplicates": True} if duplicates else {}
        return cast(Import, self._post(_place(import_id, "run"), body, how))

    def cancel(self, import_id: str, **how: Unpack[How]) -> Import:
        return cast(Import, self._post(_place(import_id, "cancel"), None, how))


def _place(import_id: str, what: str = "") -> str:
    return f"/imports/{part(import_id)}{'/' + what if what else ''}"
