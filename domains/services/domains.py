"""Taking domains over, and what their owners note about them."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import TypedDict, Unpack

from django.db import IntegrityError, transaction

from domains.contacts import contact_of
from domains.models import Domain
from domains.names import suffix_of, to_unicode
from domains.registries import uses_simulated_registry
from domains.registries.simulated.register import put_object
from domains.rules.tags import clean_tags
from domains.selectors.domains import held_domains
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import NotPermitted, StateConflict
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor
from templates_app.models import InfoTemplate

from .locking import lock_domain
from .new_names import ascii_name_of, refuse_restricted_words


class Standing(TypedDict, total=False):
    """How a domain stands when it comes; what is left out is as the model has it."""

    lifecycle: str
    naming: str
    real_name: str
    registrant_change: str
    transfer: str
    disputed: bool
    upgrade_pending: bool
    transferred_at: dt.datetime
    auto_renew: bool


def add_domain(
    *,
    actor: Actor,
    name: str,
    template: InfoTemplate | None = None,
    holder_type: str = "",
    registrant_name: str = "",
    registrant_name_en: str = "",
    contact: Mapping[str, str] | None = None,
    registered_at: dt.datetime,
    expires_at: dt.datetime,
    epp_statuses: Collection[str] = (),
    nameservers: Sequence[str] = (),
    tags: Sequence[str] = (),
    **standing: Unpack[Standing],
) -> Domain:
    """Enter a domain that the account holds already, in the state that it is in.

    Holder and contact come from `template` where they are not given. The simulated registry
    learns of it too, in the same database transaction. InvalidInput for no name at all, or one
    that contains a restricted word; StateConflict when the name is held already.
    """
    require(actor, Permission.DOMAINS_WRITE)
    if actor.account_id is None:
        raise NotPermitted
    ascii_name = ascii_name_of(name)
    refuse_restricted_words(ascii_name)
    if held_domains().filter(name=ascii_name).exists():
        raise StateConflict("domain_exists")
    domain = Domain(
        account_id=actor.account_id,
        name=ascii_name,
        unicode_name=to_unicode(ascii_name),
        suffix=suffix_of(ascii_name),
        template=template,
        holder_type=holder_type or (template.holder_type if template else "individual"),
        registrant_name=registrant_name or (template.name_zh if template else ""),
        registrant_name_en=registrant_name_en or (template.name_en if template else ""),
        contact=dict(contact) if contact else (contact_of(template) if template else {}),
        registered_at=registered_at,
        expires_at=expires_at,
        epp_statuses=sorted(epp_statuses),
        nameservers=list(nameservers),
        tags=clean_tags(tags),
        **standing,
    )
    try:
        with transaction.atomic():
            domain.save(force_insert=True)
    except IntegrityError:
        # Another account's, which the fence hides: the answer is the same as for our own.
        raise StateConflict("domain_exists") from None
    if uses_simulated_registry():
        put_object(
            name=domain.name,
            registrant_name=domain.registrant_name,
            epp_statuses=domain.epp_statuses,
        )
    record(actor=actor, action="domain.added", about=domain, after={"name": domain.name})
    return domain


def update_domain(
    *,
    actor: Actor,
    domain: Domain,
    tags: Sequence[str] | None = None,
    auto_renew: bool | None = None,
) -> Domain:
    """Change what an owner notes about a domain; None leaves a thing as it is.

    No gate: neither concerns the registry. Nothing changed writes nothing. InvalidInput when
    there are too many tags or one is too long.
    """
    require(actor, Permission.DOMAINS_WRITE)
    wanted: dict[str, object] = {}
    if tags is not None:
        wanted["tags"] = clean_tags(tags)
    if auto_renew is not None:
        wanted["auto_renew"] = auto_renew
    domain = lock_domain(domain.pk)
    before = {key: getattr(domain, key) for key in wanted}
    if before == wanted:
        return domain
    for key, value in wanted.items():
        setattr(domain, key, value)
    domain.save(update_fields=[*wanted, "updated_at"])
    record(actor=actor, action="domain.updated", about=domain, before=before, after=wanted)
    return domain
