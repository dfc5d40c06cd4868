"""What the API says about accounts and keys."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from registrar.accounts.key_secrets import overlaps
from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import Role
from registrar.accounts.selectors import KEY_STATES, key_state


class AccountShape(serializers.Serializer[object]):
    id = serializers.CharField(source="public_id")
    slug = serializers.CharField()
    name = serializers.CharField()


class FormerSecretShape(serializers.Serializer[object]):
    prefix = serializers.CharField(source="former_prefix")
    ends_at = serializers.DateTimeField(source="former_ends_at")
    last_used_at = serializers.DateTimeField(source="former_used_at", allow_null=True)


class KeyShape(serializers.Serializer[object]):
    """A key without any secret: of those only the beginnings, `zm_<prefix>_…`, are told."""

    id = serializers.CharField(source="public_id")
    name = serializers.CharField()
    prefix = serializers.CharField()
    scopes = serializers.ListField(child=serializers.CharField())
    networks = serializers.ListField(
        child=serializers.CharField(), help_text="Where it may be used from; empty: anywhere."
    )
    state = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField(allow_null=True)
    last_used_at = serializers.DateTimeField(
        allow_null=True, help_text="Of the current secret, to the minute."
    )
    former = serializers.SerializerMethodField(
        help_text="The secret before the last rotation, while it still works."
    )

    @extend_schema_field(serializers.ChoiceField(choices=KEY_STATES))
    def get_state(self, key: ApiKey) -> str:
        return key_state(key)

    @extend_schema_field(FormerSecretShape(allow_null=True))
    def get_former(self, key: ApiKey) -> dict[str, Any] | None:
        return dict(FormerSecretShape(key).data) if overlaps(key, timezone.now()) else None


class NewKeyShape(serializers.Serializer[object]):
    """`text` is told this once."""

    key = KeyShape()
    text = serializers.CharField(help_text="The whole key, `zm_…`; it can't be read again.")


class MeShape(serializers.Serializer[object]):
    account = AccountShape()
    key = KeyShape()
    scopes = serializers.ListField(child=serializers.CharField())


class MemberShape(serializers.Serializer[object]):
    id = serializers.CharField(source="public_id")
    name = serializers.CharField(source="user.name")
    email = serializers.CharField(source="user.email")
    role = serializers.ChoiceField(choices=Role.choices)
    created_at = serializers.DateTimeField()


class InvitationShape(serializers.Serializer[object]):
    id = serializers.CharField(source="public_id")
    email = serializers.CharField()
    role = serializers.ChoiceField(choices=Role.choices)
    created_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()


class SentInvitationShape(serializers.Serializer[object]):
    """`mailed`: whether the mail server took the link; if not, send it again in a minute. null:
    nobody knows, or nothing was sent (a dry run)."""

    invitation = InvitationShape()
    mailed = serializers.BooleanField(allow_null=True)
