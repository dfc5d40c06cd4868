"""What webhooks add to the apps below; called from AppConfig.ready()."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from registrar.accounts.settings_tabs import SettingsTab, register_settings_tab
from registrar.events.catalogue import register_events, register_silent
from registrar.events.models import Event
from registrar.events.recording import on_events
from registrar.jobs import hurry_on_commit
from registrar.notices.kinds import register_kinds
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields

from .log_actions import ACTIONS, FIELDS
from .notices import KINDS
from .own_events import EVENTS, SILENT
from .tasks import wake_endpoints


def register_below() -> None:
    register_actions(ACTIONS)
    register_fields("webhook_endpoint", FIELDS)
    register_kinds(KINDS)
    register_events(EVENTS)
    register_silent(SILENT)
    on_events(follow)
    register_settings_tab(SettingsTab("webhooks", _("Webhooks"), "webhooks:list", 60))


def follow(events: Sequence[Event]) -> None:
    """Wake whoever sends them, once they are committed: no row is written here, none is read."""
    hurry_on_commit(wake_endpoints, events[0].account_id)
