import pytest
from django.http import HttpRequest

from registrar.console.topbar import filled_entries, register_topbar_entry


def one(request: HttpRequest) -> dict[str, int]:
    return {"n": 1}


def nothing(request: HttpRequest) -> None:
    return None


def test_filled_entries_come_in_order_and_only_with_something_to_show(get: HttpRequest):
    register_topbar_entry("b", 2, "b.html", one)
    register_topbar_entry("a", 1, "a.html", one)
    register_topbar_entry("silent", 0, "s.html", nothing)
    assert [(e.key, e.template, e.data) for e in filled_entries(get)] == [
        ("a", "a.html", {"n": 1}),
        ("b", "b.html", {"n": 1}),
    ]


def test_register_topbar_entry_taken_key_is_refused():
    register_topbar_entry("a", 1, "a.html", one)
    register_topbar_entry("a", 1, "a.html", one)
    with pytest.raises(ValueError, match="'a' is taken"):
        register_topbar_entry("a", 2, "a.html", one)
