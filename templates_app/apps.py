from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.console.navigation import NavItem, register
from registrar.console.search import register_source
from registrar.events.catalogue import register_events, register_silent
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields
from registrar.sheets.kinds import register_kind

from .log_actions import ACTIONS


class TemplatesAppConfig(AppConfig):
    name = "templates_app"
    verbose_name = _("Info templates")

    def ready(self) -> None:
        from .events import EVENTS, SILENT  # noqa: PLC0415 - needs the models
        from .log_fields import FIELDS  # noqa: PLC0415 - needs the models
        from .restrictions.keepers import make_keepers  # noqa: PLC0415 - needs the models
        from .search import search_templates  # noqa: PLC0415 - needs the models
        from .sheets.kind import TemplateSheets  # noqa: PLC0415 - needs the models

        post_migrate.connect(make_keepers, sender=self, dispatch_uid="templates_app.keepers")
        register_actions(ACTIONS)
        register_events(EVENTS)
        register_silent(SILENT)
        register_fields("template", FIELDS)
        register(
            NavItem(
                key="templates",
                label=_("Info templates"),
                url_name="templates:list",
                icon="contact-round",
                order=30,
                permission=Permission.TEMPLATES_READ,
            )
        )
        register_kind(TemplateSheets())
        register_source("templates", _("Info templates"), search_templates)
