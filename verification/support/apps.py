from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "verification.support"
    label = "support"
    verbose_name = _("Support")

    def ready(self) -> None:
        # It reads models, which are there only now.
        import_string("verification.support.registering.register_all")()
        import_string("verification.support.api.problem_codes.register_problem_codes")()
