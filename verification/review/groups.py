"""The groups of staff who review, and who lead them.

Made after every migrate, so that no installation forgets them.
"""

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
# What leads may besides, or alone: how far accounts are trusted, how profiles are reviewed, and
# each colleague's figures, which they may take out.
LEADS = "review leads"
LEAD_PERMISSIONS = (
    ("accounts", "change_review_settings"),
    ("accounts", "view_account"),
    ("verification", "add_reviewpolicy"),
    ("verification", "change_reviewpolicy"),
    ("verification", "view_reviewpolicy"),
    ("verification", "view_figuresexport"),
    ("verification", "view_reviewer_figures"),
    ("verification", "view_submission"),
)
_GROUPS = {REVIEWERS: REVIEWER_PERMISSIONS, LEADS: LEAD_PERMISSIONS}


def make_groups(*, using: str, **_kwargs: Any) -> None:
    """Make the groups and give them their permissions; what staff added stays. Idempotent."""
    # By name: the models are not loaded yet when this module is.
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    # Django makes permissions in the same signal, maybe after us.
    named = {label for permissions in _GROUPS.values() for label, _codename in permissions}
    for label in sorted(named):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    for name, permissions in _GROUPS.items():
        wanted = Q()
        for label, codename in permissions:
            wanted |= Q(content_type__app_label=label, codename=codename)
        group, _made = group_model.objects.using(using).get_or_create(name=name)
        group.permissions.add(*permission_model.objects.using(using).filter(wanted))
