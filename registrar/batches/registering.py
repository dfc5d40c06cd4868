"""What batches add to the apps below; called from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.console.navigation import NavItem, register
from registrar.events.catalogue import register_events
from registrar.notices.kinds import register_kinds
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields

from .events import EVENTS
from .log_actions import ACTIONS
from .log_fields import BATCH_FIELDS
from .notices import FINISHED


def register_below() -> None:
    register_actions(ACTIONS)
    register_events(EVENTS)
    register_fields("batch", BATCH_FIELDS)
    register_kinds(FINISHED.kinds)
    register(
        NavItem(
            key="batches",
            label=_("Batches"),
            url_name="batches:list",
            icon="layers",
            order=55,
            permission=Permission.OPERATIONS_READ,
        )
    )
