"""The simulated authority's register, filled once."""

import datetime as dt

from django.utils import timezone

from verification.authorities.simulated.models import RegisteredIdentity
from verification.authorities.simulated.register import register_identity

from .identities import IDENTITIES, Identity
from .review_holders import REVIEW_HOLDERS


def load_register() -> None:
    for identity in (*IDENTITIES, *REVIEW_HOLDERS):
        known = RegisteredIdentity.objects.filter(
            name=identity.name, document_type=identity.document_type
        )
        if not known.exists():
            _enrol(identity)


def _enrol(identity: Identity) -> None:
    register_identity(
        name=identity.name,
        holder_type=identity.holder_type,
        document_type=identity.document_type,
        document_number=identity.number,
        available_from=timezone.localdate() + dt.timedelta(days=identity.known_in),
        expires_on=identity.expires_on,
        special_profession=identity.special_profession,
        overseas=identity.overseas,
    )
