"""Every type of event there is, and what the log's actions are told as.

Apps above register theirs from AppConfig.ready(). Each action of the log is here once: as an
event, or as deliberately silent. A contract test holds it.
"""

from collections.abc import Iterable, Mapping

from .event_type import EventType

_types: dict[str, EventType] = {}
_by_action: dict[str, list[EventType]] = {}
_silent: dict[str, str] = {}


def register_events(types: Iterable[EventType]) -> None:
    """Add types of events. One action of the log may be told as several.

    ValueError when another type has the name already.
    """
    for event_type in types:
        if _types.setdefault(event_type.name, event_type) is not event_type:
            raise ValueError(f"event type {event_type.name!r} is taken")
        for action in event_type.actions:
            told_as = _by_action.setdefault(action, [])
            if event_type not in told_as:
                told_as.append(event_type)


def register_silent(reasons: Mapping[str, str]) -> None:
    """Name actions that are no event, each with the reason (for us, not for users)."""
    _silent.update(reasons)


def types_of(action: str) -> list[EventType]:
    """What an action is told as, in the order of registration."""
    return _by_action.get(action, [])


def silent_actions() -> dict[str, str]:
    return dict(_silent)


def event_types() -> list[EventType]:
    """All types, by name."""
    return [_types[name] for name in sorted(_types)]


def event_type_named(name: str) -> EventType | None:
    return _types.get(name)
