from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class WebhooksConfig(AppConfig):
    name = "registrar.webhooks"
    label = "webhooks"
    verbose_name = _("Webhooks")

    def ready(self) -> None:
        # It reads models, which are there only now.
        import_string("registrar.webhooks.registering.register_below")()
        import_string("registrar.webhooks.api.problem_codes.register_problem_codes")()
