from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django_structlog import signals

from registrar.oplog.actions import register_actions
from registrar.oplog.reasons import register_reasons

from .log_actions import ACTIONS, REASONS
from .log_fields import name_fields
from .log_scrubbing import scrub_log_line
from .settings_tabs import OWN_TABS, register_settings_tab


class AccountsConfig(AppConfig):
    name = "registrar.accounts"
    label = "accounts"
    verbose_name = _("Accounts and users")

    def ready(self) -> None:
        register_actions(ACTIONS)
        register_reasons(REASONS)
        name_fields()
        import_string("registrar.accounts.api.problem_codes.register_problem_codes")()
        for tab in OWN_TABS:
            register_settings_tab(tab)
        signals.bind_extra_request_metadata.connect(scrub_log_line)
        signals.bind_extra_request_finished_metadata.connect(scrub_log_line)
