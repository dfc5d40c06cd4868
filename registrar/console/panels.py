"""Panels of the dashboard. Upper apps register theirs from AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from django.http import HttpRequest

Area = Literal["top", "main", "aside"]
PanelFunction = Callable[[HttpRequest], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """`function` gives the context that `template` sees as `panel`; None hides the panel."""

    key: str
    order: int
    template: str
    function: PanelFunction
    area: Area


@dataclass(frozen=True, slots=True)
class FilledPanel:
    key: str
    template: str
    data: dict[str, Any]


_panels: dict[str, Panel] = {}


def register_panel(
    key: str, order: int, template: str, function: PanelFunction, *, area: Area = "main"
) -> None:
    """Add a panel; ValueError if another panel has its key."""
    panel = Panel(key=key, order=order, template=template, function=function, area=area)
    if _panels.get(key, panel) != panel:
        raise ValueError(f"panel key {key!r} is taken")
    _panels[key] = panel


def filled_panels(request: HttpRequest) -> dict[Area, list[FilledPanel]]:
    """Every panel that has something to show to this request, by area and in order."""
    areas: dict[Area, list[FilledPanel]] = {"top": [], "main": [], "aside": []}
    for panel in sorted(_panels.values(), key=lambda panel: (panel.order, panel.key)):
        data = panel.function(request)
        if data is not None:
            areas[panel.area].append(FilledPanel(panel.key, panel.template, data))
    return areas
