from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class DomainsConfig(AppConfig):
    name = "domains"
    verbose_name = _("Domains")

    def ready(self) -> None:
        # It reads models, which are there only now.
        import_string("domains.registering.register_below")()
        import_string("domains.api.problem_codes.register_problem_codes")()
