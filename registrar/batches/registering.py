"""What batches add to the apps below; called from AppConfig.ready()."""

from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields

from .log_actions import ACTIONS
from .log_fields import BATCH_FIELDS


def register_below() -> None:
    register_actions(ACTIONS)
    register_fields("batch", BATCH_FIELDS)
