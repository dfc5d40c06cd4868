"""Who among the staff may look at submissions and decide them."""

from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet

from registrar.accounts.models import User
from registrar.accounts.staff import require_staff
from registrar.tenancy.actor import Actor

DECIDE = "verification.decide_submission"


def require_reviewer(actor: Actor) -> User:
    """The active staff member behind `actor`, who may decide; NotPermitted otherwise."""
    return require_staff(actor, DECIDE)


def who_may_decide() -> QuerySet[User]:
    """All active staff with the right to decide, superusers among them."""
    rows: QuerySet[User] = ModelBackend().with_perm(DECIDE, is_active=True)
    return rows.filter(is_staff=True)
