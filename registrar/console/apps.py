from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission

from .navigation import NavItem, register


class ConsoleConfig(AppConfig):
    name = "registrar.console"
    label = "console"
    verbose_name = _("Console")

    def ready(self) -> None:
        register(
            NavItem(
                key="overview",
                label=_("Overview"),
                url_name="console:dashboard",
                icon="layout-dashboard",
                order=0,
            )
        )
        register(
            NavItem(
                key="logs",
                label=_("Operation log"),
                url_name="oplog:list",
                icon="scroll-text",
                order=80,
                permission=Permission.LOGS_READ,
            )
        )
        register(
            NavItem(
                key="settings",
                label=_("Settings"),
                url_name="accounts:settings",
                icon="settings",
                order=90,
            )
        )
