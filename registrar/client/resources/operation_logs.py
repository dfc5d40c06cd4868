"""/operation-logs: what happened in the account."""

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict, Unpack, cast

from registrar.client.shapes.common import Page
from registrar.client.shapes.logs import LogEntry

from .base import Resource


class LogFilter(TypedDict, total=False):
    """`since` and `until` are days or moments; they are `from` and `to` of the API."""

    action: str | None
    actor: str | None
    object_id: str | None
    q: str | None
    since: str | None
    until: str | None
    limit: int | None


class OperationLogs(Resource):
    """Newest first."""

    def list(self, **wanted: Unpack[LogFilter]) -> Iterator[LogEntry]:
        return self._every("/operation-logs", _query(wanted))

    def page(self, cursor: str | None = None, **wanted: Unpack[LogFilter]) -> Page[LogEntry]:
        query = {**_query(wanted), "cursor": cursor}
        return cast(Page[LogEntry], self._page("/operation-logs", query))


def _query(wanted: Mapping[str, Any]) -> dict[str, Any]:
    names = {"since": "from", "until": "to"}
    return {names.get(name, name): value for name, value in wanted.items()}
