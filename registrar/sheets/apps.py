from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class SheetsConfig(AppConfig):
    name = "registrar.sheets"
    label = "sheets"
    verbose_name = _("Imports of files")

    def ready(self) -> None:
        # It reads models, which are there only now.
        import_string("registrar.sheets.registering.register_below")()
        import_string("registrar.sheets.api.problem_codes.register_problem_codes")()
