from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "registrar.notices"
    label = "notices"
    verbose_name = _("Notices")

    def ready(self) -> None:
        # It reads models, which are there only now.
        import_string("registrar.notices.registering.register_below")()
