"""What imports add to the apps below; called from AppConfig.ready()."""

from registrar.notices.kinds import register_kinds
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields

from .log_actions import ACTIONS, FIELDS
from .notices import KINDS


def register_below() -> None:
    register_actions(ACTIONS)
    register_fields("import", FIELDS)
    register_kinds(KINDS)
