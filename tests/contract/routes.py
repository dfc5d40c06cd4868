"""Every address that the URLconf knows, with its parameters filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from tests.world import World

# Which of the world's objects a parameter of this name means, by the first part of the route.
_BY_NAME = {
    "template_id": "template",
    "operation_id": "operation",
    "submission_id": "submission",
    "verification_id": "submission",
    "material_id": "material",
    "rendition_id": "rendition",
    "key_id": "api_key",
    "invitation_id": "invitation",
    "entry_id": "entry",
    "log_id": "entry",
    "member_id": "membership",
    "support_id": "support_request",
    "notice_id": "notice",
    "plan_id": "plan",
    "batch_id": "batch",
    "precheck_id": "precheck",
    "event_id": "event",
    "endpoint_id": "webhook_endpoint",
    "delivery_id": "webhook_delivery",
    "import_id": "sheet_import",
    "name": "domain",
    "domain": "domain",
}
_PLAIN = {"code": "registrant_name_mismatch", "purpose": "change_registrant", "secret": "nothing"}
_PLAIN |= {"uidb64": "MQ", "token": "set-password", "place": "1000-1000-5000-2000"}
_PLAIN |= {"sheet_kind": "domains", "file_format": "csv"}
_PARAMETER = re.compile(r"<(?:(?P<converter>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Route:
    pattern: str
    names: tuple[str, ...]

    def path(self, world: World, extra: dict[str, str] | None = None) -> str:
        """The address of this world's objects; KeyError for a parameter nobody has explained."""
        values = world.ids() | _PLAIN | (extra or {})

        def fill(match: re.Match[str]) -> str:
            name = match["name"]
            return values[_BY_NAME.get(name, name)]

        return "/" + _PARAMETER.sub(fill, self.pattern)

    @property
    def is_about_an_object(self) -> bool:
        return any(name in _BY_NAME for name in self.names)


def routes(prefix: str = "") -> list[Route]:
    """All routes below `prefix`, without the admin (its own tests walk it)."""
    found = [
        Route(pattern, tuple(m["name"] for m in _PARAMETER.finditer(pattern)))
        for pattern in _patterns(get_resolver(), "")
        if pattern.startswith(prefix) and not pattern.startswith("admin/")
    ]
    return sorted(set(found), key=lambda route: route.pattern)


def _patterns(resolver: URLResolver, before: str) -> Iterator[str]:
    for item in resolver.url_patterns:
        pattern = before + str(item.pattern)
        if isinstance(item, URLResolver):
            yield from _patterns(item, pattern)
        elif isinstance(item, URLPattern):
            yield pattern
