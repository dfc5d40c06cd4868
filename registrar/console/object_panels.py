"""Panels on the page of one object. Upper apps register theirs from AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .panels import FilledPanel

ObjectPanelFunction = Callable[[HttpRequest, Any], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class ObjectPanel:
    """`function` gives the context that `template` sees as `panel`; None hides the panel."""

    place: str
    key: str
    order: int
    template: str
    function: ObjectPanelFunction


_panels: dict[tuple[str, str], ObjectPanel] = {}


def register_object_panel(
    place: str, key: str, order: int, template: str, function: ObjectPanelFunction
) -> None:
    """Add a panel to a place such as `template.detail`; ValueError if its key is taken there."""
    panel = ObjectPanel(place, key, order, template, function)
    if _panels.get((place, key), panel) != panel:
        raise ValueError(f"panel key {key!r} is taken in {place!r}")
    _panels[place, key] = panel


def panels_for(place: str, request: HttpRequest, obj: Any) -> list[FilledPanel]:
    """Every panel of `place` that has something to say about `obj`, in order."""
    here = [panel for panel in _panels.values() if panel.place == place]
    found = []
    for panel in sorted(here, key=lambda panel: (panel.order, panel.key)):
        data = panel.function(request, obj)
        if data is not None:
            found.append(FilledPanel(panel.key, panel.template, data))
    return found
