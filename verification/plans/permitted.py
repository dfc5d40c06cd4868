"""What whoever ran a plan may do now: asked again for every line, hours may lie between."""

from registrar.accounts.models import ApiKey, Membership
from registrar.accounts.permissions import ROLE_PERMISSIONS, Permission
from registrar.accounts.selectors import key_state

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
    held = _held_by_key(plan) if plan.run_key_id else _held_by_user(plan)
    if plan.run_key_id and route == PlanRoute.CHANGE_REGISTRANT:
        return {Permission.SENSITIVE, PERMISSIONS[route]} <= held
    return PERMISSIONS[route] in held


def _held_by_key(plan: Plan) -> frozenset[str]:
    key = ApiKey.objects.filter(pk=plan.run_key_id).first()
    return frozenset(key.scopes) if key and key_state(key) == "active" else frozenset()


def _held_by_user(plan: Plan) -> frozenset[str]:
    members = Membership.objects.filter(user_id=plan.run_user_id, user__is_active=True)
    role = members.values_list("role", flat=True).first()
    return ROLE_PERMISSIONS[role] if role else frozenset()
