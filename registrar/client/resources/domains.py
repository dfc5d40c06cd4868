"""/domains: what the account has, what may be done to it, and the ways out of a failure."""

from collections.abc import Iterator, Sequence
from typing import TypedDict, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.common import Page
from registrar.client.shapes.domains import Domain, Gates, Reverification
from registrar.client.shapes.operations import Operation

from .base import Resource, Tagged, given, part


class DomainFilter(TypedDict, total=False):
    """`expires_before` is a day, itself not included; `sort` a field, with `-` for falling."""

    service_status: str | None
    suffix: str | None
    tag: str | None
    template: str | None
    expires_before: str | None
    q: str | None
    sort: str | None
    limit: int | None


class Domains(Resource):
    """Names are taken in either form: 例子.cn or xn--fsqu00a.cn."""

    def list(self, **wanted: Unpack[DomainFilter]) -> Iterator[Domain]:
        return self._every("/domains", wanted)

    def page(self, cursor: str | None = None, **wanted: Unpack[DomainFilter]) -> Page[Domain]:
        return cast(Page[Domain], self._page("/domains", {**wanted, "cursor": cursor}))

    def get(self, name: str) -> Domain:
        return cast(Domain, self._get(f"/domains/{part(name)}"))

    def get_tagged(self, name: str) -> Tagged:
        return self._tagged(f"/domains/{part(name)}")

    def register(
        self,
        name: str,
        *,
        template: str,
        years: int,
        auto_renew: bool | None = None,
        tags: Sequence[str] | None = None,
        nameservers: Sequence[str] | None = None,
        **how: Unpack[How],
    ) -> Operation:
        """Ask the registry for a name; watch the operation for what became of it."""
        body = {"name": name, "template": template, "years": years}
        body |= given(auto_renew=auto_renew, tags=tags, nameservers=nameservers)
        return cast(Operation, self._post("/domains", body, how))

    def change(
        self,
        name: str,
        *,
        tags: Sequence[str] | None = None,
        auto_renew: bool | None = None,
        **how: Unpack[How],
    ) -> Domain:
        body = given(tags=tags, auto_renew=auto_renew)
        return cast(Domain, self._patch(f"/domains/{part(name)}", body, how))

    def gates(self, name: str) -> Gates:
        """Every operation, allowed or blocked, with all reasons."""
        return cast(Gates, self._get(f"/domains/{part(name)}/operations"))

    def reverification(self, name: str) -> Reverification:
        """Why it failed and which routes lead out of it."""
        return cast(Reverification, self._get(f"/domains/{part(name)}/reverification"))
