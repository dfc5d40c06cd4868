import pytest
from django.http import HttpRequest

from registrar.console.panels import filled_panels, register_panel


def one(request: HttpRequest) -> dict[str, int]:
    return {"n": 1}


def nothing(request: HttpRequest) -> None:
    return None


def test_filled_panels_come_by_area_and_order(get: HttpRequest):
    register_panel("b", 2, "b.html", one)
    register_panel("a", 1, "a.html", one)
    register_panel("figures", 1, "f.html", one, area="top")
    areas = filled_panels(get)
    assert [panel.key for panel in areas["main"]] == ["a", "b"]
    assert [panel.key for panel in areas["top"]] == ["figures"]
    assert areas["aside"] == []


def test_filled_panels_panel_with_nothing_to_say_is_hidden(get: HttpRequest):
    register_panel("a", 1, "a.html", nothing)
    assert filled_panels(get)["main"] == []


def test_register_panel_taken_key_is_refused():
    register_panel("a", 1, "a.html", one)
    with pytest.raises(ValueError, match="'a' is taken"):
        register_panel("a", 2, "a.html", one)
