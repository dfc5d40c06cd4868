"""What somebody who asked for work in the background may do by now: hours may lie between."""

from .models import ApiKey, Membership
from .permissions import ROLE_PERMISSIONS
from .selectors import key_state


def rights_of(*, user_id: int | None, key_id: int | None) -> frozenset[str]:
    """Those of the key where one asked, else those of the person."""
    return rights_of_key(key_id) if key_id else rights_of_user(user_id)


def rights_of_key(key_id: int | None) -> frozenset[str]:
    """The scopes of a key of this account; none once it is gone, revoked or expired."""
    key = ApiKey.objects.filter(pk=key_id).first()
    return frozenset(key.scopes) if key and key_state(key) == "active" else frozenset()


def rights_of_user(user_id: int | None) -> frozenset[str]:
    """What the person's role in this account allows; nothing for who is no member any more."""
    members = Membership.objects.filter(user_id=user_id, user__is_active=True)
    role = members.values_list("role", flat=True).first()
    return ROLE_PERMISSIONS[role] if role else frozenset()
