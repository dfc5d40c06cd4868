"""What the fields that this app writes into the operation log are called."""

from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, one_of
from registrar.sheets.log_actions import EXPORT_FIELDS

from .forms import TemplateForm
from .models import HolderType
from .names_of import country_name, document_type_name, province_name
from .rules.restrictions.causes import CAUSE_NAMES
from .states import DisabledReason, TemplateState

_SAYS = {
    "country": country_name,
    "province": province_name,
    "document_type": document_type_name,
}
FIELDS = {
    **EXPORT_FIELDS,
    **{
        name: LoggedField(field.label, _SAYS.get(name, str))
        for name, field in TemplateForm.base_fields.items()
        if field.label is not None  # the token is hidden
    },
    "holder_type": LoggedField(_("Holder type"), one_of(HolderType.choices)),
    "state": LoggedField(_("State"), one_of(TemplateState.choices)),
    "cause": LoggedField(_("Cause"), one_of([(c.value, n) for c, n in CAUSE_NAMES.items()])),
    "disabled_reason": LoggedField(_("Why disabled"), one_of(DisabledReason.choices)),
}
