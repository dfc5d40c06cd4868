"""What events add to the apps below; called from AppConfig.ready()."""

from registrar.events.catalogue import register_events, register_silent
from registrar.events.of_accounts import EVENTS, SILENT
from registrar.events.of_keys import KEY_EVENTS
from registrar.events.recording import write_events
from registrar.oplog.listeners import on_recorded


def register_below() -> None:
    on_recorded(write_events)
    register_events([*EVENTS, *KEY_EVENTS])
    register_silent(SILENT)
