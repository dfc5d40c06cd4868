"""Domains as a list that comes in as a file."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from domains.gates import Operation as GateOperation
from domains.selectors.domains import find_domain
from domains.services.domains import update_domain
from domains.services.operations import request_operation
from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.sheets.given import Given
from registrar.sheets.kinds import Effect, Finding, SheetKind, Values
from registrar.tenancy.actor import Actor
from templates_app.selectors import get_template

from .columns import BLANK, EXPORTED
from .examining import CHANGE_REGISTRANT, UPDATE, examine_domains
from .typed import wanted_of


class DomainSheets(SheetKind):
    """Rows change what an owner notes about a domain, or ask for a change of registrant."""

    key = "domains"
    label = _("Domains")
    list_url_name = "domains:list"
    permission = Permission.DOMAINS_WRITE
    columns = EXPORTED
    blank = BLANK
    effects = {
        UPDATE: Effect(label=_("Change tags or renewal"), permission=Permission.DOMAINS_WRITE),
        CHANGE_REGISTRANT: Effect(
            label=_("Change of registrant"),
            permission=Permission.OPERATIONS_WRITE,
            purpose=Purpose.CHANGE_REGISTRANT,
        ),
    }

    def examine(self, rows: Sequence[Given]) -> list[Finding]:
        return examine_domains(rows)

    def carry_out(self, *, actor: Actor, values: Values, effect: str, uid: UUID) -> str:
        """Tags and renewal first; all of it or nothing."""
        domain, wanted = find_domain(values["name"]), wanted_of(values)
        update_domain(actor=actor, domain=domain, tags=wanted.tags, auto_renew=wanted.auto_renew)
        if effect != CHANGE_REGISTRANT:
            return ""
        operation = request_operation(
            actor=actor,
            kind=GateOperation.CHANGE_REGISTRANT,
            domain=domain,
            template=get_template(wanted.template),
        )
        return operation.public_id
