from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "registrar.events"
    label = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        # It reads models, which are there only now.
        import_string("registrar.events.registering.register_below")()
        import_string("registrar.events.api.problem_codes.register_problem_codes")()
