"""What the fields that this app writes into the operation log are called."""

from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, one_of

from .states import PlanRoute, PlanState

PLAN_FIELDS = {
    "state": LoggedField(_("State"), one_of(PlanState.choices)),
    "route": LoggedField(_("Route"), one_of(PlanRoute.choices)),
    "template": LoggedField(_("Info template")),
    "lines": LoggedField(_("Domains")),
    "to_do": LoggedField(_("To be carried out")),
    "done": LoggedField(_("Carried out")),
    "refused": LoggedField(_("Refused lines")),
}
