"""/reverification-plans: many failed domains at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.common import Page
from registrar.client.shapes.plans import Line, Plan

from .base import Resource, given, part

ENDED = frozenset({"finished", "cancelled"})
ROUTES = ("change_registrant", "resubmit_unchanged", "wait", "by_hand", "leave_out")
_ALL = "/reverification-plans"


class LineFilter(TypedDict, total=False):
    route: str | None
    state: str | None
    limit: int | None


class Plans(Resource):
    def list(self, *, limit: int | None = None) -> Iterator[Plan]:
        return self._every(_ALL, {"limit": limit})

    def page(self, cursor: str | None = None, *, limit: int | None = None) -> Page[Plan]:
        return cast(Page[Plan], self._page(_ALL, {"limit": limit, "cursor": cursor}))

    def make(
        self,
        *,
        domains: Sequence[str] | None = None,
        wanted: Mapping[str, str] | None = None,
        template: str | None = None,
        other_holder: bool | None = None,
        **how: Unpack[How],
    ) -> Plan:
        """A draft for the named domains, or for those of a filter (`wanted`); up to 5,000."""
        body = given(
            domains=list(domains) if domains is not None else None,
            filter=dict(wanted) if wanted is not None else None,
            template=template,
            other_holder=other_holder,
        )
        return cast(Plan, self._post(_ALL, body, how))

    def get(self, plan_id: str) -> Plan:
        return cast(Plan, self._get(_place(plan_id)))

    def lines(self, plan_id: str, **wanted: Unpack[LineFilter]) -> Iterator[Line]:
        return self._every(_place(plan_id, "lines"), wanted)

    def lines_page(
        self, plan_id: str, cursor: str | None = None, **wanted: Unpack[LineFilter]
    ) -> Page[Line]:
        page = self._page(_place(plan_id, "lines"), {**wanted, "cursor": cursor})
        return cast(Page[Line], page)

    def line(self, plan_id: str, domain: str) -> Line:
        return cast(Line, self._get(_place(plan_id, "lines", domain)))

    def change_line(
        self,
        plan_id: str,
        domain: str,
        *,
        route: str | None = None,
        template: str | None = None,
        other_holder: bool | None = None,
        **how: Unpack[How],
    ) -> Line:
        body = given(route=route, template=template, other_holder=other_holder)
        return cast(Line, self._patch(_place(plan_id, "lines", domain), body, how))

    def run(self, plan_id: str, **how: Unpack[How]) -> Plan:
        """Accepted at once; `counts` say how far it is."""
        return cast(Plan, self._post(_place(plan_id, "run"), None, how))

    def cancel(self, plan_id: str, **how: Unpack[How]) -> Plan:
        """What still waits its turn is let go."""
        return cast(Plan, self._post(_place(plan_id, "cancel"), None, how))


def _place(*parts: str) -> str:
    return "/".join([_ALL, *map(part, parts)])
