"""The console's main navigation. Apps register their pages from AppConfig.ready()."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from registrar.tenancy.actor import Actor


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry. `icon` is a lucide name; `order` sorts ascending.

    With `permission` set, only actors who hold it see the entry: nobody asking means hidden.
    """

    key: str
    label: str | Promise
    url_name: str
    icon: str
    order: int
    permission: str | None = None

    def visible_to(self, actor: Actor | None) -> bool:
        return self.permission is None or (actor is not None and actor.may(self.permission))


@dataclass(frozen=True, slots=True)
class NavLink:
    """A NavItem as one request sees it."""

    item: NavItem
    url: str
    active: bool


_items: dict[str, NavItem] = {}


def register(item: NavItem) -> None:
    """Add an entry; ValueError if another entry has its key."""
    if _items.get(item.key, item) != item:
        raise ValueError(f"navigation key {item.key!r} is taken")
    _items[item.key] = item


def belongs_to(request: HttpRequest, url_name: str) -> None:
    """Have the entry that leads to `url_name` active, on a page whose address says nothing."""
    request.nav_path = reverse(url_name)  # type: ignore[attr-defined]


def links_for(actor: Actor | None, path: str) -> list[NavLink]:
    """What `actor` may see, in order; the entry whose address is the longest prefix of `path`
    is active. "/" is active only on itself."""
    found = [
        (item, reverse(item.url_name))
        for item in sorted(_items.values(), key=lambda item: (item.order, item.key))
        if item.visible_to(actor)
    ]
    prefixes = [url for _, url in found if (path == url if url == "/" else path.startswith(url))]
    current = max(prefixes, key=len, default=None)
    return [NavLink(item=item, url=url, active=url == current) for item, url in found]
