"""What the settings pages read. Called inside the fence."""

from django.db.models import QuerySet
from django.utils import timezone

from registrar.tenancy.lookups import find_by_public_id

from .models import Account, ApiKey, Invitation, Membership
from .permissions import Role

KEY_STATES = ("active", "expired", "revoked")


def members_of(account_id: int) -> QuerySet[Membership]:
    return Membership.objects.filter(account_id=account_id).select_related("user")


def open_invitations(account_id: int) -> QuerySet[Invitation]:
    """Invitations that wait for their answer, also those whose time is over."""
    return Invitation.objects.filter(
        account_id=account_id, accepted_at__isnull=True, revoked_at__isnull=True
    )


def keys_of(account_id: int) -> QuerySet[ApiKey]:
    return ApiKey.objects.filter(account_id=account_id).select_related("created_by")


def get_account(account_id: int) -> Account:
    return Account.objects.get(pk=account_id)


def get_member(account_id: int, public_id: str) -> Membership:
    return find_by_public_id(members_of(account_id), public_id)


def get_invitation(account_id: int, public_id: str) -> Invitation:
    return find_by_public_id(open_invitations(account_id), public_id)


def get_key(account_id: int, public_id: str) -> ApiKey:
    return find_by_public_id(keys_of(account_id), public_id)


def owner_count(account_id: int) -> int:
    return Membership.objects.filter(account_id=account_id, role=Role.OWNER).count()


def key_state(key: ApiKey) -> str:
    """One of KEY_STATES."""
    if key.revoked_at:
        return "revoked"
    if key.expires_at and key.expires_at <= timezone.now():
        return "expired"
    return "active"
