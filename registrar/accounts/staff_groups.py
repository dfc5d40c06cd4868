"""Groups of staff that every installation has: made after each migrate, so that none forgets."""

from collections.abc import Collection

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q


def make_group(name: str, permissions: Collection[str], *, using: str) -> None:
    """Make the group and give it `permissions` ("app_label.codename"); what staff added to it
    stays. Idempotent."""
    # By name: the models are not loaded yet when this module is.
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    parted = [permission.split(".") for permission in permissions]
    # Django makes permissions in the same signal, maybe after us.
    for label in sorted({label for label, _codename in parted}):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    wanted = Q()
    for label, codename in parted:
        wanted |= Q(content_type__app_label=label, codename=codename)
    group, _made = group_model.objects.using(using).get_or_create(name=name)
    group.permissions.add(*permission_model.objects.using(using).filter(wanted))
