"""What notices add to the apps below; called from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _

from registrar.accounts.settings_tabs import SettingsTab, register_settings_tab
from registrar.console.topbar import register_topbar_entry
from registrar.events.catalogue import register_silent
from registrar.notices.bell import rung_for
from registrar.notices.log_actions import ACTIONS, FIELDS, SILENT
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields


def register_below() -> None:
    register_actions(ACTIONS)
    register_silent(SILENT)
    register_fields("notice", FIELDS)
    register_topbar_entry("notices", 10, "notices/bell.html", rung_for)
    register_settings_tab(SettingsTab("notices", _("Notices"), "notices:preferences", 20))
