"""The events that can be chosen, as forms offer them: everything, families, single types."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise

from registrar.events.catalogue import event_types

from .subscriptions import EVERYTHING


@dataclass(frozen=True, slots=True)
class Choice:
    """One check box; `label` is for people, `value` for programs."""

    value: str
    label: str | Promise
    chosen: bool


@dataclass(frozen=True, slots=True)
class Family:
    """All that happens to one kind of object."""

    all_of_it: Choice
    types: list[Choice]

    @property
    def chosen(self) -> int:
        """How many of its types are chosen, one by one."""
        return sum(choice.chosen for choice in self.types)


def known_choices() -> list[tuple[str, str]]:
    """Every value there is, for a form field."""
    families = {f"{event_type.object_type}.*" for event_type in event_types()}
    names = [event_type.name for event_type in event_types()]
    return [(value, value) for value in (EVERYTHING, *sorted(families), *names)]


def families(chosen: Collection[str]) -> list[Family]:
    """Families by name, each with its types by name."""
    grouped: dict[str, list[Choice]] = {}
    for event_type in event_types():
        choice = Choice(event_type.name, event_type.title, event_type.name in chosen)
        grouped.setdefault(event_type.object_type, []).append(choice)
    return [
        Family(Choice(f"{name}.*", name, f"{name}.*" in chosen), types)
        for name, types in grouped.items()
    ]
