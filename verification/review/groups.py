"""The group of staff who review. Made after every migrate, so that no installation forgets it."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q

REVIEWERS = "reviewers"
# (app label, codename): look at what a decision needs, and decide.
REVIEWER_PERMISSIONS = (
    ("verification", "decide_submission"),
    ("verification", "map_unknownmessage"),
    ("verification", "view_authority"),
    ("verification", "view_authorityroute"),
    ("verification", "view_unknownmessage"),
    ("verification", "view_submission"),
    ("verification", "view_material"),
    ("support", "answer_supportrequest"),
    ("support", "view_supportrequest"),
    ("templates_app", "view_infotemplate"),
    ("templates_app", "view_restrictedsubject"),
    ("templates_app", "view_restrictedword"),
    ("templates_app", "view_allowedname"),
    ("domains", "view_domain"),
    ("domains", "view_operation"),
    ("accounts", "view_account"),
)


def make_reviewers(*, using: str, **_kwargs: Any) -> None:
    """Make the group and give it its permissions; what staff added to it stays. Idempotent."""
    # By name: the models are not loaded yet when this module is.
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    wanted = Q()
    for label, codename in REVIEWER_PERMISSIONS:
        wanted |= Q(content_type__app_label=label, codename=codename)
    # Django makes permissions in the same signal, maybe after us.
    for label in sorted({label for label, _codename in REVIEWER_PERMISSIONS}):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    group, _made = group_model.objects.using(using).get_or_create(name=REVIEWERS)
    group.permissions.add(*permission_model.objects.using(using).filter(wanted))
