"""What the fields that this app writes into the operation log are called, and its operations."""

from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, one_of
from registrar.sheets.log_actions import EXPORT_FIELDS

from .lock_texts import LOCK_LABELS
from .operation_kinds import KINDS
from .operation_kinds.set_locks import LOCKS
from .service_status_texts import STATUS_TEXTS
from .states import OperationState, RealName, RegistrantChange

_STATUS_LABELS = {status: LOCK_LABELS[name] for name, status in LOCKS.items()}


def epp_status(status: str) -> str:
    """The account's own locks by name; the registry's statuses have no names but their codes."""
    label = _STATUS_LABELS.get(status)
    return f"{label} ({status})" if label else status


def operation_object(label: str) -> str:
    """Operations are logged as "<kind> <domain>"."""
    kind, space, name = label.partition(" ")
    return f"{KINDS[kind].label}{space}{name}" if kind in KINDS else label


_REAL_NAME = LoggedField(_("Real-name verification"), one_of(RealName.choices))
_SERVICE_STATUS = LoggedField(
    _("Service status"), one_of([(code, text.label) for code, text in STATUS_TEXTS.items()])
)
_EPP_STATUSES = LoggedField(_("EPP statuses"), epp_status)

DOMAIN_FIELDS = {
    "name": LoggedField(_("Domain")),
    "tags": LoggedField(_("Tags")),
    "auto_renew": LoggedField(_("Automatic renewal")),
    "real_name": _REAL_NAME,
    "service_status": _SERVICE_STATUS,
    "epp_statuses": _EPP_STATUSES,
    **EXPORT_FIELDS,
}
OPERATION_FIELDS = {
    "state": LoggedField(_("State"), one_of(OperationState.choices)),
    "real_name": _REAL_NAME,
    "service_status": _SERVICE_STATUS,
    "registrant_change": LoggedField(_("Change of registrant"), one_of(RegistrantChange.choices)),
    "template": LoggedField(_("Info template")),
    "epp_statuses": _EPP_STATUSES,
}
