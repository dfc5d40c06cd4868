"""What plans add to the pages below them; called from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _

from domains.list_actions import ListAction, register_list_action
from registrar.accounts.permissions import Permission
from registrar.console.navigation import NavItem, register
from registrar.events.catalogue import register_events
from registrar.notices.kinds import register_kinds
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields

from .events import EVENTS
from .log_actions import ACTIONS
from .log_fields import PLAN_FIELDS
from .notices import KINDS


def register_all() -> None:
    register_actions(ACTIONS)
    register_events(EVENTS)
    register_fields("plan", PLAN_FIELDS)
    register_kinds(KINDS)
    register(
        NavItem(
            key="plans",
            label=_("Re-verification plans"),
            url_name="plans:list",
            icon="list-todo",
            order=45,
            permission=Permission.OPERATIONS_READ,
        )
    )
    register_list_action(
        ListAction(
            key="plan",
            label=_("Plan re-verification"),
            label_for_all=_("Plan all that match"),
            url_name="plans:new",
            icon="list-todo",
            permission=Permission.OPERATIONS_WRITE,
        )
    )
