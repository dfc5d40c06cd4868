"""Who among the staff may change, pause and try authorities, and who may look at them."""

from registrar.accounts.models import User
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor

MANAGE = "verification.manage_authorities"
LOOK = "verification.view_authority"


def require_operator(actor: Actor) -> User:
    """The active staff member behind `actor`, who may change authorities; else NotPermitted."""
    user = None
    if actor.is_staff and actor.user_id is not None:
        user = User.objects.filter(pk=actor.user_id, is_active=True, is_staff=True).first()
    if user is None or not user.has_perm(MANAGE):
        raise NotPermitted
    return user
