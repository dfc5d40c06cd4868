"""How the gate's operations are called on pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from domains.gates import Operation
from domains.states import OperationState

OPERATION_LABELS: dict[Operation, str | Promise] = {
    Operation.EDIT_CONTACTS: _("Edit contacts"),
    Operation.CHANGE_REGISTRANT: _("Change registrant"),
    Operation.SUBMIT_VERIFICATION: _("Submit real-name verification"),
    Operation.EDIT_MATERIALS: _("Edit verification materials"),
    Operation.PUSH: _("Push to another account"),
    Operation.TRANSFER_IN: _("Transfer in"),
    Operation.TRANSFER_OUT: _("Transfer out"),
    Operation.CHANGE_NAMESERVERS: _("Change nameservers"),
    Operation.RENEW: pgettext_lazy("operation", "Renew"),
    Operation.SET_LOCKS: _("Set locks"),
    Operation.DELETE: _("Delete domain"),
}

# The one operation that the gate does not answer for: there is no domain yet.
REGISTER = "register"
_REGISTER = _("Register domain")

STATE_TONES: dict[str, str] = {
    OperationState.AWAITING_IDENTITY: "warn",
    OperationState.SUBMITTED: "info",
    OperationState.IN_REVIEW: "info",
    OperationState.SUCCEEDED: "ok",
    OperationState.FAILED: "bad",
    OperationState.CANCELLED: "muted",
}


def operation_name(code: str) -> str:
    """The operation's name; an unknown code stands for itself."""
    if code == REGISTER:
        return str(_REGISTER)
    return str(OPERATION_LABELS[Operation(code)]) if code in set(Operation) else code
