from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OplogConfig(AppConfig):
    name = "registrar.oplog"
    label = "oplog"
    verbose_name = _("Operation log")
