from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "verification.plans"
    label = "plans"
    verbose_name = _("Re-verification plans")

    def ready(self) -> None:
        # It reads models, which are there only now.
        import_string("verification.plans.registering.register_all")()
        import_string("verification.plans.api.problem_codes.register_problem_codes")()
