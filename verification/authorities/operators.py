"""Who among the staff may change, pause and try authorities, and who may look at them."""

from registrar.accounts.models import User
from registrar.accounts.staff import require_staff
from registrar.tenancy.actor import Actor

MANAGE = "verification.manage_authorities"
LOOK = "verification.view_authority"


def require_operator(actor: Actor) -> User:
    """The active staff member behind `actor`, who may change authorities; else NotPermitted."""
    return require_staff(actor, MANAGE)
