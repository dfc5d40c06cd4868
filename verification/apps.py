from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from registrar.startup import SHIPPED_DATA

from .authorities.groups import make_operators
from .checks import check_authority, check_catalogue, check_diagnosis
from .review.groups import make_groups


class VerificationConfig(AppConfig):
    name = "verification"
    verbose_name = _("Real-name verification")

    def ready(self) -> None:
        register(check_catalogue, SHIPPED_DATA)
        register(check_diagnosis, SHIPPED_DATA)
        register(check_authority, SHIPPED_DATA)
        post_migrate.connect(make_groups, sender=self, dispatch_uid="verification.reviewers")
        post_migrate.connect(make_operators, sender=self, dispatch_uid="verification.operators")
        # They read models, which are there only now.
        import_string("verification.registering.register_all")()
        import_string("verification.reverification.registering.register_panels")()
        import_string("verification.api.problem_codes.register_problem_codes")()
