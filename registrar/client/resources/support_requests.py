"""/support-requests: when the fixes don't help."""

from collections.abc import Iterator
from typing import Any, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.common import Page
from registrar.client.shapes.support import SupportRequest, SupportRequestDetail

from .base import Resource, part


class SupportRequests(Resource):
    def list(
        self, *, state: str | None = None, limit: int | None = None
    ) -> Iterator[SupportRequest]:
        return self._every("/support-requests", {"state": state, "limit": limit})

    def page(
        self, cursor: str | None = None, *, state: str | None = None, limit: int | None = None
    ) -> Page[SupportRequest]:
        query = {"state": state, "limit": limit, "cursor": cursor}
        return cast(Page[SupportRequest], self._page("/support-requests", query))

    def get(self, support_id: str) -> SupportRequestDetail:
        return cast(SupportRequestDetail, self._get(_place(support_id)))

    def ask(self, text: str, *, how: How | None = None, **about: Any) -> SupportRequestDetail:
        """About at most one of `verification`, `operation`, `domain`, `reason` and `message`.

        The text goes into the open request about the same thing, where there is one.
        """
        body = {"text": text, **about}
        return cast(SupportRequestDetail, self._post("/support-requests", body, how))

    def write(self, support_id: str, text: str, **how: Unpack[How]) -> SupportRequestDetail:
        answer = self._post(_place(support_id, "messages"), {"text": text}, how)
        return cast(SupportRequestDetail, answer)

    def close(self, support_id: str, **how: Unpack[How]) -> SupportRequestDetail:
        return cast(SupportRequestDetail, self._post(_place(support_id, "close"), None, how))


def _place(support_id: str, what: str = "") -> str:
    return f"/support-requests/{part(support_id)}{'/' + what if what else ''}"
