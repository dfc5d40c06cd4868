"""What somebody may do now, asked by a worker that acts in their name hours later."""

from .models import ApiKey, Membership
from .permissions import ROLE_PERMISSIONS
from .selectors import key_state


def held_permissions(*, user_id: int | None, key_id: int | None) -> frozenset[str]:
    """The scopes of the key while it works, or what the person's role in this account allows;
    nothing for a key that has ended and for whoever is no member any more. One query."""
    return _of_key(key_id) if key_id else _of_user(user_id)


def _of_key(key_id: int) -> frozenset[str]:
    key = ApiKey.objects.filter(pk=key_id).first()
    return frozenset(key.scopes) if key and key_state(key) == "active" else frozenset()


def _of_user(user_id: int | None) -> frozenset[str]:
    members = Membership.objects.filter(user_id=user_id, user__is_active=True)
    role = members.values_list("role", flat=True).first()
    return ROLE_PERMISSIONS[role] if role else frozenset()
