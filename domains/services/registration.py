"""Asking for a name that nobody has yet (seed 002, 域名注册)."""

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from domains.contacts import contact_of
from domains.gates import holder_blockers
from domains.gating import opens_on, target_of
from domains.models import Domain, Operation
from domains.names import suffix_of, to_unicode
from domains.operation_kinds import REGISTER
from domains.rules.registration import (
    check_new_name,
    check_years,
    clean_nameservers,
    years_later,
)
from domains.rules.tags import clean_tags
from domains.selectors.domains import held_domains
from domains.selectors.operations import open_operation_of
from domains.states import Lifecycle
from domains.tasks import run_operation
from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.errors import Blocked, FieldError, InvalidInput, NotPermitted, StateConflict
from registrar.jobs import hurry_on_commit
from registrar.tenancy.actor import Actor
from templates_app.models import InfoTemplate

from .beginning import ALREADY_OPEN, begin_operation, insert_operation
from .endings import log
from .locking import lock_template
from .new_names import ascii_name_of, refuse_restricted_words


@transaction.atomic
def register_domain(
    *,
    actor: Actor,
    name: str,
    template: InfoTemplate,
    years: int,
    auto_renew: bool = False,
    tags: Sequence[str] = (),
    nameservers: Sequence[str] = (),
) -> Operation:
    """Ask the registry for a name, in U-label or A-label, with the holder of `template`.

    Without nameservers the registrar's own are set. InvalidInput with every field that is wrong
    (no name, a suffix that isn't sold, a restricted word, years outside of 1 to 10); Blocked with
    every reason why the template can't hold it; StateConflict `operation_open` when the account
    has asked for it already, `name_not_available` when anybody here has it.
    """
    require(actor, Permission.OPERATIONS_WRITE)
    if actor.account_id is None:
        raise NotPermitted
    _refuse_wrong(name, years, tags, nameservers)
    # Before the domain, which nobody else can see yet: its row refers to the template.
    template = lock_template(template.pk)
    now = timezone.localtime()
    ascii_name = ascii_name_of(name)
    domain = Domain(
        account_id=actor.account_id,
        name=ascii_name,
        unicode_name=to_unicode(ascii_name),
        suffix=suffix_of(ascii_name),
        **_holder(template),
        lifecycle=Lifecycle.REGISTERING,
        # Until the registry has answered: the day of asking, and what would follow from it.
        registered_at=now,
        expires_at=years_later(now, years),
        auto_renew=auto_renew,
        nameservers=clean_nameservers(nameservers) or list(settings.DEFAULT_NAMESERVERS),
        tags=clean_tags(tags),
    )
    _refuse_holder(template, domain)
    _insert(domain)
    return _ask(actor, domain, template, years)


def _ask(actor: Actor, domain: Domain, template: InfoTemplate, years: int) -> Operation:
    operation = Operation(
        account_id=domain.account_id,
        kind=REGISTER.key,
        domain=domain,
        template=template,
        payload={"years": years},
        requested_by=actor.label[:128],
    )
    begin_operation(operation, domain, REGISTER)
    insert_operation(operation)
    log(actor, operation, "requested", before="")
    hurry_on_commit(run_operation, operation.pk, operation.account_id)
    return operation


def _refuse_wrong(name: str, years: int, tags: Sequence[str], nameservers: Sequence[str]) -> None:
    """Every field that is wrong, at once."""
    checks: tuple[Callable[[], object], ...] = (
        lambda: _check_name(name),
        lambda: check_years(years),
        lambda: clean_tags(tags),
        lambda: clean_nameservers(nameservers),
    )
    wrong: list[FieldError] = []
    for check in checks:
        try:
            check()
        except InvalidInput as refusal:
            wrong += refusal.errors
    if wrong:
        raise InvalidInput(errors=wrong)


def _check_name(name: str) -> None:
    ascii_name = ascii_name_of(name)
    check_new_name(ascii_name, settings.SUFFIXES_SOLD)
    refuse_restricted_words(ascii_name)


def _holder(template: InfoTemplate) -> dict[str, Any]:
    """What the domain takes over from it, as it is now."""
    return {
        "template": template,
        "holder_type": template.holder_type,
        "registrant_name": template.name_zh,
        "registrant_name_en": template.name_en,
        "contact": contact_of(template),
    }


def _refuse_holder(template: InfoTemplate, domain: Domain) -> None:
    found = holder_blockers(target_of(template, domain))
    if found:
        errors = [FieldError("template", blocker.code, blocker.message) for blocker in found]
        raise Blocked(errors=errors, blocked_until=opens_on(found))


def _insert(domain: Domain) -> None:
    """The database has the last word on one domain of a name, across all accounts."""
    own = held_domains().filter(name=domain.name).first()
    if own is not None:
        raise _taken(own)
    try:
        with transaction.atomic():
            domain.save(force_insert=True)
    except IntegrityError:
        # Another account's, which the fence hides: the answer is the same as for our own.
        raise _not_available() from None


def _taken(own: Domain) -> StateConflict:
    """Asked for already: on to the operation under way."""
    under_way = open_operation_of(own, REGISTER.key)
    if under_way is None:
        return _not_available()
    extra = {"operation": under_way.public_id}
    return StateConflict("operation_open", ALREADY_OPEN, extra=extra)


def _not_available() -> StateConflict:
    errors = [FieldError("name", "name_not_available", _NOT_AVAILABLE)]
    return StateConflict("name_not_available", _NOT_AVAILABLE, errors=errors)


_NOT_AVAILABLE = _("This name is not available. Choose another one.")
