"""The group of staff who look after authorities. Made after every migrate, like the reviewers'."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q

OPERATORS = "authorities"
OPERATOR_PERMISSIONS = (
    "manage_authorities",
    "view_authority",
    "view_authorityroute",
    "view_authoritychange",
)


def make_operators(*, using: str, **_kwargs: Any) -> None:
    """Make the group and give it its permissions; what staff added to it stays. Idempotent."""
    # By name: the models are not loaded yet when this module is.
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    # Django makes permissions in the same signal, maybe after us.
    create_permissions(apps.get_app_config("verification"), verbosity=0, using=using)
    wanted = Q(content_type__app_label="verification", codename__in=OPERATOR_PERMISSIONS)
    group, _made = group_model.objects.using(using).get_or_create(name=OPERATORS)
    group.permissions.add(*permission_model.objects.using(using).filter(wanted))
