"""What whoever ran a plan may do now: asked again for every line, hours may lie between."""

from registrar.accounts.permissions import Permission
from registrar.accounts.rights_now import rights_of

from .models import Plan
from .states import PlanRoute

PERMISSIONS = {
    PlanRoute.CHANGE_REGISTRANT: Permission.OPERATIONS_WRITE,
    PlanRoute.RESUBMIT_UNCHANGED: Permission.VERIFICATIONS_WRITE,
    PlanRoute.WAIT: Permission.VERIFICATIONS_WRITE,
}


def is_permitted(plan: Plan, route: PlanRoute) -> bool:
    """Whether the person is still a member with that right, or the key still holds its scopes.

    The proof of identity was given for the whole plan when it was run.
    """
    held = rights_of(user_id=plan.run_user_id, key_id=plan.run_key_id)
    if plan.run_key_id and route == PlanRoute.CHANGE_REGISTRANT:
        return {Permission.SENSITIVE, PERMISSIONS[route]} <= held
    return PERMISSIONS[route] in held
