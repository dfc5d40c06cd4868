"""The groups of staff who review, and who lead them."""

from typing import Any

from registrar.accounts.staff_groups import make_group

REVIEWERS = "reviewers"
# Look at what a decision needs, and decide.
REVIEWER_PERMISSIONS = (
    "verification.decide_submission",
    "verification.map_unknownmessage",
    "verification.view_authority",
    "verification.view_authorityroute",
    "verification.view_unknownmessage",
    "verification.view_submission",
    "verification.view_material",
    "support.answer_supportrequest",
    "support.view_supportrequest",
    "templates_app.view_infotemplate",
    "templates_app.view_restrictedsubject",
    "templates_app.view_restrictedword",
    "templates_app.view_allowedname",
    "domains.view_domain",
    "domains.view_operation",
    "accounts.view_account",
)
# What leads may besides, or alone: how far accounts are trusted, how profiles are reviewed, and
# each colleague's figures, which they may take out.
LEADS = "review leads"
LEAD_PERMISSIONS = (
    "accounts.change_review_settings",
    "accounts.view_account",
    "verification.add_reviewpolicy",
    "verification.change_reviewpolicy",
    "verification.view_reviewpolicy",
    "verification.view_figuresexport",
    "verification.view_reviewer_figures",
    "verification.view_submission",
)


def make_groups(*, using: str, **_kwargs: Any) -> None:
    make_group(REVIEWERS, REVIEWER_PERMISSIONS, using=using)
    make_group(LEADS, LEAD_PERMISSIONS, using=using)
