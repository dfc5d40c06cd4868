"""What stands in the top bar beside search and menus. Upper apps register theirs from
AppConfig.ready()."""

from dataclasses import dataclass

from django.http import HttpRequest

from .panels import FilledPanel, PanelFunction


@dataclass(frozen=True, slots=True)
class TopbarEntry:
    """`function` gives the context that `template` sees as `panel`; None hides the entry.

    Asked on every page, also on those that are rendered outside of the fence: it enters where
    nobody has, and costs one query at most.
    """

    key: str
    order: int
    template: str
    function: PanelFunction


_entries: dict[str, TopbarEntry] = {}


def register_topbar_entry(key: str, order: int, template: str, function: PanelFunction) -> None:
    """Add an entry; ValueError if another has its key."""
    entry = TopbarEntry(key=key, order=order, template=template, function=function)
    if _entries.get(key, entry) != entry:
        raise ValueError(f"top bar key {key!r} is taken")
    _entries[key] = entry


def filled_entries(request: HttpRequest) -> list[FilledPanel]:
    """Every entry that has something to show to this request, in order."""
    found = []
    for entry in sorted(_entries.values(), key=lambda entry: (entry.order, entry.key)):
        data = entry.function(request)
        if data is not None:
            found.append(FilledPanel(entry.key, entry.template, data))
    return found
