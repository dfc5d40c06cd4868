"""The groups of staff who review. Made after every migrate: no installation forgets them."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q

REVIEWERS = "reviewers"
LEADS = "review leads"
# (app label, codename): look at what a decision needs, and decide.
REVIEWER_PERMISSIONS = (
    ("verification", "decide_submission"),
    ("verification", "map_unknownmessage"),
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

# Leads are reviewers who see each colleague's figures, and who took figures out.
LEAD_PERMISSIONS = (
    *REVIEWER_PERMISSIONS,
    ("verification", "view_figuresexport"),
    ("verification", "view_reviewer_figures"),
)


def make_reviewers(*, using: str, **_kwargs: Any) -> None:
    """Make the groups and give them their permissions; what staff added to them stays.
    Idempotent."""
    # Django makes permissions in the same signal, maybe after us.
    for label in sorted({label for label, _codename in LEAD_PERMISSIONS}):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    _make(REVIEWERS, REVIEWER_PERMISSIONS, using)
    _make(LEADS, LEAD_PERMISSIONS, using)


def _make(name: str, permissions: tuple[tuple[str, str], ...], using: str) -> None:
    # By name: the models are not loaded yet when this module is.
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    wanted = Q()
    for label, codename in permissions:
        wanted |= Q(content_type__app_label=label, codename=codename)
    group, _made = group_model.objects.using(using).get_or_create(name=name)
    group.permissions.add(*permission_model.objects.using(using).filter(wanted))
