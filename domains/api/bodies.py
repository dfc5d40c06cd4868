"""Reading request bodies: what is asked for, every unknown field an error that names it."""

from typing import Any

from rest_framework import serializers

from domains.operation_kinds import GATED_KINDS
from domains.rules.registration import MAX_NAMESERVERS, MAX_YEARS, MIN_YEARS
from domains.rules.tags import MAX_TAG_LENGTH, MAX_TAGS
from registrar.api.bodies import (
    StrictBooleanField,
    StrictIntegerField,
    StrictSerializer,
    StrictTextField,
)

# Everything that some kind of operation takes; each kind refuses what is not its own.
PAYLOAD_FIELDS = ("contact", "locks", "registrant_lock")


class ListOfTags(serializers.ListField):
    child = StrictTextField(allow_blank=False, max_length=MAX_TAG_LENGTH)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MAX_TAGS, **kwargs)


class DomainChanges(StrictSerializer):
    tags = ListOfTags(required=False)
    auto_renew = StrictBooleanField(required=False)


class RegistrationInput(StrictSerializer):
    name = StrictTextField(max_length=253, help_text="A-label or U-label")
    template = StrictTextField(max_length=64, help_text="id of the holder's info template")
    years = StrictIntegerField(min_value=MIN_YEARS, max_value=MAX_YEARS)
    auto_renew = StrictBooleanField(required=False)
    tags = ListOfTags(required=False)
    nameservers = serializers.ListField(
        child=StrictTextField(max_length=253),
        required=False,
        max_length=MAX_NAMESERVERS,
        help_text="host names; left out: the registrar's own",
    )


class OperationInput(StrictSerializer):
    operation = serializers.ChoiceField(choices=list(GATED_KINDS))
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
