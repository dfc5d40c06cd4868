"""Reading request bodies: what is asked for, every unknown field an error that names it."""

from typing import Any

from rest_framework import serializers

from domains.operation_kinds import KINDS
from registrar.api.bodies import StrictSerializer, StrictTextField

# Everything that some kind of operation takes; each kind refuses what is not its own.
PAYLOAD_FIELDS = ("contact", "locks", "registrant_lock")


class StrictBooleanField(serializers.BooleanField):
    """true or false; not "yes", 1 or null, which DRF would guess at."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class DomainChanges(StrictSerializer):
    tags = serializers.ListField(
        child=StrictTextField(allow_blank=False, max_length=32),
        required=False,
        max_length=20,
    )
    auto_renew = StrictBooleanField(required=False)


class OperationInput(StrictSerializer):
    operation = serializers.ChoiceField(choices=list(KINDS))
    domain = StrictTextField(max_length=253)
    template = StrictTextField(max_length=64, required=False)
    contact = serializers.DictField(required=False, help_text="edit_contacts: what changes")
    locks = serializers.DictField(
        required=False,
        help_text="set_locks: transfer, update, delete: true adds the lock, false removes it",
    )
    registrant_lock = StrictBooleanField(
        required=False, help_text="change_registrant: no transfer out for 60 days afterwards"
    )
