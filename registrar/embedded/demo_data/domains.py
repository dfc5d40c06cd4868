"""Domains with their past, and what is under way for them."""

import datetime as dt

from django.utils import timezone

from domains.contacts import CONTACT_FIELDS
from domains.models import Domain
from domains.names import to_ascii
from domains.services.domains import add_domain
from registrar.accounts.models import Account
from registrar.tenancy.actor import Actor, system_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate

from .history import write_attempts
from .holders import template_fields
from .identities import BY_KEY
from .pictures import load_picture
from .plan import DemoDomain
from .steps import take_step
from .templates import template_uid

_NAMESERVERS = ("ns1.registrar.example", "ns2.registrar.example")


def load_domain(account: Account, wanted: DemoDomain) -> None:
    """Make it with its history, or leave it as it has become."""
    actor = system_actor(account.pk)
    with acting_as(actor):
        if Domain.objects.filter(name=to_ascii(wanted.name)).exists():
            return
    identity = BY_KEY[wanted.holder]
    material = load_picture(account, identity)
    with acting_as(actor):
        domain = _add(actor, account, wanted)
        write_attempts(
            wanted.attempts,
            identity=identity,
            material=material,
            submitted_by=f"operator@{account.slug}.example",
            domain=domain,
        )
        if wanted.step is not None:
            take_step(wanted.step, actor=actor, domain=domain, identity=identity, material=material)


def _add(actor: Actor, account: Account, wanted: DemoDomain) -> Domain:
    now = timezone.now()
    identity = BY_KEY[wanted.holder]
    fields = template_fields(identity, email=f"domains@{account.slug}.example")
    contact = {name: getattr(fields, name) for name in CONTACT_FIELDS}
    if wanted.contact_name:
        contact["contact_name_zh"] = wanted.contact_name
    return add_domain(
        actor=actor,
        name=wanted.name,
        template=_template(account, wanted),
        holder_type=identity.holder_type,
        registrant_name=wanted.registrant_name or identity.name,
        registrant_name_en=fields.name_en,
        contact=contact,
        registered_at=now - dt.timedelta(days=wanted.registered),
        expires_at=now + dt.timedelta(days=wanted.expires),
        nameservers=_NAMESERVERS,
        tags=wanted.tags,
        **wanted.states,
    )


def _template(account: Account, wanted: DemoDomain) -> InfoTemplate | None:
    if not wanted.template:
        return None
    return InfoTemplate.objects.filter(uid=template_uid(account, wanted.template)).first()
