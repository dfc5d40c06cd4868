"""The authority's register: enrol an identity, ask about one."""

import datetime as dt

from django.utils import timezone

from registrar.crypto import blind_index, blind_indexes
from registrar.crypto.configured import get_keyring
from templates_app.rules.numbers import normalise_number

from .models import RegisteredIdentity
from .rules import Entry, Found

_PURPOSE = "authority_register"


def register_identity(
    *,
    name: str,
    holder_type: str,
    document_type: str,
    document_number: str,
    available_from: dt.date | None = None,
    expires_on: dt.date | None = None,
    special_profession: bool = False,
    overseas: bool = False,
) -> RegisteredIdentity:
    """Enrol a person or organisation, or correct the entry of that type and number.

    `available_from` defaults to today: known at once. Demo data and tests call this; the
    register is the authority's, not any account's.
    """
    number = normalise_number(document_number)
    identity, _created = RegisteredIdentity.objects.update_or_create(
        document_type=document_type,
        number_index=blind_index(get_keyring(), number, _PURPOSE),
        defaults={
            "name": name,
            "holder_type": holder_type,
            "available_from": available_from or timezone.localdate(),
            "expires_on": expires_on,
            "special_profession": special_profession,
            "overseas": overseas,
        },
    )
    return identity


def look_up(*, name: str, document_number: str) -> Found:
    """What the register holds under this number, and whether it knows the name at all."""
    indexes = blind_indexes(get_keyring(), normalise_number(document_number), _PURPOSE)
    rows = RegisteredIdentity.objects.filter(number_index__in=indexes).order_by("pk")
    return Found(
        by_number=[_entry(row) for row in rows],
        name_known=RegisteredIdentity.objects.filter(name=name).exists(),
    )


def _entry(row: RegisteredIdentity) -> Entry:
    return Entry(
        name=row.name,
        holder_type=row.holder_type,
        document_type=row.document_type,
        available_from=row.available_from,
        expires_on=row.expires_on,
        special_profession=row.special_profession,
        overseas=row.overseas,
    )
