"""What programs can be told: one value per type of event."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

from registrar.accounts.permissions import Permission

if TYPE_CHECKING:  # app configs import this module before there are models
    from registrar.oplog.models import LogEntry

Words = str | Promise
Data = dict[str, Any]
# Makes an event's data of the entry and of the object that the entry is about. None: nothing that
# its type stands for has happened this time.
MakeData = Callable[["LogEntry", Any], Data | None]
NameOf = Callable[["LogEntry", Any], str]


@dataclass(frozen=True, slots=True)
class EventField:
    """One value in an event's data.

    `schema` is its JSON schema (type, enum, format), `example` fits it. A field that is not
    `always` there is left out where it says nothing.
    """

    name: str
    words: Words
    example: Any
    schema: Mapping[str, Any]
    always: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class EventType:
    """`<object>.<verb in the past>`, in the words of the API (`verification.passed`).

    `actions` are those of the log that it is told for. `title` and `description` are lazy. A
    reader needs `scope` besides `events:read`. `make_data` sees the object as it was written and
    asks the database for as little as it can. `named` gives the object's id where the event is
    not about the entry's own object.
    """

    name: str
    actions: tuple[str, ...]
    title: Words
    description: Words
    scope: Permission
    fields: tuple[EventField, ...]
    make_data: MakeData
    object_id_example: str
    named: NameOf | None = None

    @property
    def object_type(self) -> str:
        return self.name.partition(".")[0]

    @property
    def example(self) -> Data:
        """Data as they may come, with every field."""
        return {field.name: field.example for field in self.fields}

    @property
    def schema(self) -> Data:
        """The JSON schema of the data; fields may be added later."""
        return {
            "type": "object",
            "properties": {f.name: dict(f.schema) for f in self.fields},
            "required": [f.name for f in self.fields if f.always],
        }
