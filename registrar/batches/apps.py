from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class BatchesConfig(AppConfig):
    name = "registrar.batches"
    label = "batches"
    verbose_name = _("Batches")

    def ready(self) -> None:
        # It reads models, which are there only now.
        import_string("registrar.batches.registering.register_below")()
        import_string("registrar.batches.api.problem_codes.register_problem_codes")()
