"""What imports add to the apps below; called from AppConfig.ready()."""

from registrar.events.catalogue import register_events, register_silent
from registrar.notices.kinds import register_kinds
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields

from .events import EVENTS, SILENT
from .log_actions import ACTIONS, FIELDS
from .notices import KINDS


def register_below() -> None:
    register_actions(ACTIONS)
    register_events(EVENTS)
    register_silent(SILENT)
    register_fields("import", FIELDS)
    register_kinds(KINDS)
