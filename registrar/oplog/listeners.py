"""Who is told of each entry of the log. Apps above register from AppConfig.ready()."""

from collections.abc import Callable
from typing import Any

from .models import LogEntry

# The entry, and the object that it is about.
Listener = Callable[[LogEntry, Any], None]

_listeners: list[Listener] = []


def on_recorded(listener: Listener) -> None:
    """`listener` runs after each entry, in its transaction and under the lock of the account's
    chain: what it writes is in the order of the log. It locks nothing, and what it raises undoes
    the change itself. Registering it twice is once."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell_listeners(entry: LogEntry, about: Any) -> None:
    for listener in _listeners:
        listener(entry, about)
