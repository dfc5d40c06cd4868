"""What the API takes about accounts, members and keys: the shape only."""

import datetime as dt

from rest_framework import serializers

from registrar.accounts.permissions import Role
from registrar.accounts.services.key_rotation import LONGEST_OVERLAP, USUAL_OVERLAP
from registrar.api.bodies import StrictIntegerField, StrictSerializer, StrictTextField

HOUR = dt.timedelta(hours=1)


def _texts(help_text: str, *, required: bool = False) -> serializers.ListField:
    # A longer list is refused before anybody reads its entries one by one.
    return serializers.ListField(
        child=StrictTextField(), max_length=100, help_text=help_text, required=required
    )


def _end(*, required: bool) -> serializers.DateTimeField:
    return serializers.DateTimeField(
        allow_null=True, required=required, help_text="null: until it is revoked."
    )


_SCOPES = "Of those that you hold yourself."
_NETWORKS = "Where it may be used from, such as `192.0.2.0/24`; empty: anywhere."


class NewKeyBody(StrictSerializer):
    name = StrictTextField(max_length=64)
    scopes = _texts(_SCOPES, required=True)
    networks = _texts(_NETWORKS)
    expires_at = _end(required=True)


class KeyChangesBody(StrictSerializer):
    """What is left out stays as it is."""

    name = StrictTextField(max_length=64, required=False)
    scopes = _texts(_SCOPES)
    networks = _texts(_NETWORKS)
    expires_at = _end(required=False)


class Rotation(StrictSerializer):
    overlap_hours = StrictIntegerField(
        min_value=0,
        max_value=LONGEST_OVERLAP // HOUR,
        default=USUAL_OVERLAP // HOUR,
        help_text="How long the old secret goes on working; 0: it ends with this call.",
    )


class RoleBody(StrictSerializer):
    role = serializers.ChoiceField(choices=Role.choices)


class InvitationBody(StrictSerializer):
    email = serializers.EmailField(max_length=254)
    role = serializers.ChoiceField(choices=Role.choices)


class AccountBody(StrictSerializer):
    name = StrictTextField(max_length=128)
