"""Domains of the reviewers' cases, in the simulated registry too."""

import datetime as dt

from django.utils import timezone

from domains.contacts import CONTACT_FIELDS
from domains.models import Domain
from domains.names import to_ascii
from domains.services.domains import add_domain
from registrar.accounts.models import Account
from registrar.tenancy.actor import Actor

from .holders import template_fields
from .identities import Identity

_NAMESERVERS = ("ns1.registrar.example", "ns2.registrar.example")


def domain_is_there(name: str) -> bool:
    return bool(Domain.objects.filter(name=to_ascii(name)).exists())


def add_review_domain(
    actor: Actor, account: Account, name: str, holder: Identity, *, real_name: str, age: int = 12
) -> Domain:
    """Registered `age` days ago; on hold unless it is verified."""
    fields = template_fields(holder, email=f"domains@{account.slug}.example")
    now = timezone.now()
    return add_domain(
        actor=actor,
        name=name,
        holder_type=holder.holder_type,
        registrant_name=holder.name,
        registrant_name_en=fields.name_en,
        contact={field: getattr(fields, field) for field in CONTACT_FIELDS},
        registered_at=now - dt.timedelta(days=age),
        expires_at=now + dt.timedelta(days=365 - age),
        nameservers=_NAMESERVERS,
        epp_statuses=() if real_name == "verified" else ("serverHold",),
        real_name=real_name,
    )
