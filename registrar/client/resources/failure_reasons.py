"""/failure-reasons: the catalogue."""

from collections.abc import Iterator
from typing import cast

from registrar.client.shapes.common import Page
from registrar.client.shapes.failures import CatalogueReason, Classification

from .base import Resource, given, part


class FailureReasons(Resource):
    def list(self, *, limit: int | None = None) -> Iterator[CatalogueReason]:
        return self._every("/failure-reasons", {"limit": limit})

    def page(self, cursor: str | None = None, *, limit: int | None = None) -> Page[CatalogueReason]:
        page = self._page("/failure-reasons", {"limit": limit, "cursor": cursor})
        return cast(Page[CatalogueReason], page)

    def get(self, code: str) -> CatalogueReason:
        return cast(CatalogueReason, self._get(f"/failure-reasons/{part(code)}"))

    def classify(self, message: str, *, authority: str | None = None) -> Classification:
        """What a raw message means. Nothing is kept."""
        body = given(message=message, authority=authority)
        return cast(Classification, self._post("/failure-reasons/classify", body))
