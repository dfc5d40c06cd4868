from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class TenancyConfig(AppConfig):
    name = "registrar.tenancy"
    label = "tenancy"

    def ready(self) -> None:
        from .checks import check_login_role  # noqa: PLC0415 - needs the app registry
        from .grants import grant_to_staff  # noqa: PLC0415
        from .refusal import refuse_unfenced_role  # noqa: PLC0415

        register(check_login_role, Tags.database)
        connection_created.connect(refuse_unfenced_role)
        post_migrate.connect(grant_to_staff, sender=self)
