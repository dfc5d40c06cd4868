"""Info templates as a list that comes in as a file."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.sheets.given import Given
from registrar.sheets.kinds import Effect, Finding, SheetKind, Values
from registrar.tenancy.actor import Actor
from templates_app.selectors import get_template
from templates_app.services import create_template, edit_template

from .columns import BLANK, IMPORTED
from .examining import CREATE, EDIT, examine_templates, fields_for


class TemplateSheets(SheetKind):
    """Rows make info templates, or change the one that the column `id` names."""

    key = "templates"
    label = _("Info templates")
    list_url_name = "templates:list"
    permission = Permission.TEMPLATES_WRITE
    columns = IMPORTED
    blank = BLANK
    effects = {
        CREATE: Effect(label=_("Create"), permission=Permission.TEMPLATES_WRITE),
        EDIT: Effect(label=_("Change"), permission=Permission.TEMPLATES_WRITE),
    }

    def examine(self, rows: Sequence[Given]) -> list[Finding]:
        return examine_templates(rows)

    def carry_out(self, *, actor: Actor, values: Values, effect: str, uid: UUID) -> str:
        """The template's id is the row's own: the second time it is there already."""
        if effect == EDIT:
            template = get_template(values["id"].strip())
            fields = fields_for(values, template)
            return edit_template(actor=actor, template=template, fields=fields).public_id
        fields = fields_for(values, None)
        return create_template(actor=actor, fields=fields, uid=uid).public_id
