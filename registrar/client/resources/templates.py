"""/templates: info templates."""

from collections.abc import Iterator
from typing import TypedDict, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.common import Page
from registrar.client.shapes.templates import Template, TemplateFields

from .base import Resource, Tagged, part


class TemplateFilter(TypedDict, total=False):
    state: str | None
    holder_type: str | None
    q: str | None
    limit: int | None


class Templates(Resource):
    def list(self, **wanted: Unpack[TemplateFilter]) -> Iterator[Template]:
        return self._every("/templates", wanted)

    def page(self, cursor: str | None = None, **wanted: Unpack[TemplateFilter]) -> Page[Template]:
        return cast(Page[Template], self._page("/templates", {**wanted, "cursor": cursor}))

    def get(self, template_id: str) -> Template:
        return cast(Template, self._get(f"/templates/{part(template_id)}"))

    def get_tagged(self, template_id: str) -> Tagged:
        return self._tagged(f"/templates/{part(template_id)}")

    def create(self, fields: TemplateFields, **how: Unpack[How]) -> Template:
        """What blocks refuses it; `warnings` come back with it."""
        return cast(Template, self._post("/templates", fields, how))

    def change(self, template_id: str, fields: TemplateFields, **how: Unpack[How]) -> Template:
        """Only as long as it is unverified or failed."""
        return cast(Template, self._patch(f"/templates/{part(template_id)}", fields, how))

    def new_version(self, template_id: str, fields: TemplateFields, **how: Unpack[How]) -> Template:
        """Fields that are left out are taken over; the old version stays as it is."""
        return cast(Template, self._post(f"/templates/{part(template_id)}/versions", fields, how))

    def delete(self, template_id: str, **how: Unpack[How]) -> None:
        """Only while no domain uses it."""
        self._delete(f"/templates/{part(template_id)}", how)
