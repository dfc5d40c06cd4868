"""What the apps' lists of events are written with."""

from collections.abc import Callable, Sequence
from typing import Any

from registrar.accounts.permissions import Permission
from registrar.oplog.models import LogEntry

from .event_type import Data, EventField, EventType, MakeData, NameOf, Words


def nothing(_entry: LogEntry, _about: Any) -> Data:
    """The data of an event that says enough by its type and object."""
    return {}


def event_type(
    name: str,
    title: Words,
    description: Words,
    *fields: EventField,
    scope: Permission,
    example: str,
    make_data: MakeData = nothing,
    actions: Sequence[str] = (),
    named: NameOf | None = None,
) -> EventType:
    """A type; without `actions` for the action of the log that has the same name. `example` is
    the public id of an object of its kind."""
    told_for = tuple(actions) or (name,)
    return EventType(name, told_for, title, description, scope, fields, make_data, example, named)


def from_entry(*names: str, **renamed: str) -> Callable[[LogEntry, Any], Data]:
    """Data that the log's entry holds: each name as it is now, and as it was before.

    Names that the log calls otherwise than the API are given as `name_in_log="name_in_api"`. What
    was before is called `previous_<name>`; a side that does not hold the name, or holds nothing,
    is left out.
    """
    told = {name: name for name in names} | renamed

    def make(entry: LogEntry, _about: Any) -> Data:
        data: Data = {}
        for logged, name in told.items():
            if entry.after.get(logged) is not None:
                data[name] = entry.after[logged]
            if entry.before.get(logged) not in (None, ""):
                data[f"previous_{name}"] = entry.before[logged]
        return data

    return make


def if_changed(*names: str) -> MakeData:
    """The same, and no event where the entry holds none of `names`."""
    make_data = from_entry(*names)

    def make(entry: LogEntry, about: Any) -> Data | None:
        return make_data(entry, about) if set(names) & set(entry.after) else None

    return make


def changed_fields(entry: LogEntry, _about: Any) -> Data:
    """Which fields have changed, not what they hold: that is about people."""
    return {"changed": sorted({*entry.before, *entry.after})}
