from collections.abc import Iterator

import pytest

from registrar.console import object_panels
from registrar.console.object_panels import panels_for, register_object_panel


@pytest.fixture(autouse=True)
def empty_registry() -> Iterator[None]:
    before = dict(object_panels._panels)
    object_panels._panels.clear()
    yield
    object_panels._panels.clear()
    object_panels._panels.update(before)


def echo(request, obj):
    return {"obj": obj}


def nothing(request, obj):
    return None


def test_panels_of_one_place_come_in_order_and_know_the_object(get):
    register_object_panel("template.detail", "late", 20, "late.html", echo)
    register_object_panel("template.detail", "early", 10, "early.html", echo)
    register_object_panel("domain.detail", "other", 1, "other.html", echo)
    found = panels_for("template.detail", get, "tpl")
    assert [(p.key, p.template, p.data) for p in found] == [
        ("early", "early.html", {"obj": "tpl"}),
        ("late", "late.html", {"obj": "tpl"}),
    ]


def test_panel_without_anything_to_say_is_hidden(get):
    register_object_panel("template.detail", "quiet", 1, "quiet.html", nothing)
    assert panels_for("template.detail", get, "tpl") == []


def test_key_is_taken_once_per_place(get):
    register_object_panel("template.detail", "x", 1, "x.html", echo)
    register_object_panel("template.detail", "x", 1, "x.html", echo)
    register_object_panel("domain.detail", "x", 1, "y.html", echo)
    with pytest.raises(ValueError, match="taken"):
        register_object_panel("template.detail", "x", 2, "x.html", echo)
