"""Every operation of the API that the URLconf knows: an address and a method of its view."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from registrar.api.views import ApiView
from tests.contract.routes import Route, routes

BASE = "api/v1/"
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class ApiOperation:
    method: str
    route: Route
    view: type[ApiView]
    variant: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.route.pattern.removeprefix(BASE)}{self.variant}"

    @property
    def is_unsafe(self) -> bool:
        return self.method in UNSAFE


def operations() -> list[ApiOperation]:
    """All of them, but the API's own document, which asks for no key."""
    by_pattern = {route.pattern: route for route in routes(BASE)}
    found = [
        ApiOperation(method, by_pattern[pattern], view)
        for pattern, view in _views(get_resolver(), "")
        for method in ("GET", *UNSAFE)
        if hasattr(view, method.lower())
    ]
    return sorted(found, key=str)


def _views(resolver: URLResolver, before: str) -> Iterator[tuple[str, type[ApiView]]]:
    for item in resolver.url_patterns:
        pattern = before + str(item.pattern)
        if isinstance(item, URLResolver):
            yield from _views(item, pattern)
        elif isinstance(item, URLPattern):
            view: Any = getattr(item.callback, "cls", None)
            if isinstance(view, type) and issubclass(view, ApiView):
                yield pattern, view
