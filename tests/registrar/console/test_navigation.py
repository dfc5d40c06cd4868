import pytest

from registrar.console.navigation import NavItem, links_for, register
from registrar.tenancy.actor import Actor, ActorKind


def item(key: str, *, order: int = 1, permission: str | None = None, url: str = "") -> NavItem:
    return NavItem(key, key, url or "console:search", "globe", order, permission)


def member(*permissions: str) -> Actor:
    return Actor(ActorKind.USER, 1, "bob", permissions=frozenset(permissions))


def keys(actor: Actor | None) -> list[str]:
    return [link.item.key for link in links_for(actor, "/")]


def test_links_for_several_items_sorts_by_order_then_key():
    for key, order in (("c", 2), ("b", 1), ("a", 2)):
        register(item(key, order=order))
    assert keys(None) == ["b", "a", "c"]


def test_links_for_item_with_permission_needs_an_actor_who_holds_it():
    register(item("logs", permission="logs:read"))
    assert keys(None) == []
    assert keys(member("domains:read")) == []
    assert keys(member("logs:read")) == ["logs"]


def test_links_for_path_below_an_item_marks_only_the_longest_prefix():
    register(item("overview", url="console:dashboard"))
    register(item("search"))
    active = {link.item.key: link.active for link in links_for(None, "/search/more/")}
    assert active == {"overview": False, "search": True}


def test_links_for_root_marks_the_overview():
    register(item("overview", url="console:dashboard"))
    assert links_for(None, "/")[0].active is True


def test_register_taken_key_is_refused_but_the_same_item_is_not():
    register(item("a"))
    register(item("a"))
    with pytest.raises(ValueError, match="'a' is taken"):
        register(item("a", order=2))
