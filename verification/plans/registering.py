"""What plans add to the pages below them; called from AppConfig.ready()."""

from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields

from .log_actions import ACTIONS
from .log_fields import PLAN_FIELDS


def register_all() -> None:
    register_actions(ACTIONS)
    register_fields("plan", PLAN_FIELDS)
