"""What this app writes into the operation log; each row's own work is logged by its service."""

from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, one_of

from .states import LOOKED_AT, ImportState

ACTIONS = {
    "import.cancelled": _("Import cancelled"),
    "import.failed": _("File could not be read for import"),
    "import.finished": _("Import done"),
    "import.made": _("File uploaded for import"),
    "import.read": _("File read for import"),
    "import.report_taken": _("Rows of an import taken for correction"),
    "import.started": _("Import confirmed"),
}
FIELDS = {
    "state": LoggedField(_("State"), one_of(ImportState.choices)),
    "list": LoggedField(_("List")),
    "size": LoggedField(_("Bytes")),
    "lines": LoggedField(_("Rows")),
    "done": LoggedField(_("Carried out")),
    "refused": LoggedField(_("Refused rows")),
    **{state.value: LoggedField(state.label) for state in LOOKED_AT},
    "reasons": LoggedField(_("Reasons")),
}
# What the export of a list is logged with, whatever is listed.
EXPORT_FIELDS = {
    "format": LoggedField(_("Format")),
    "rows": LoggedField(_("Rows")),
    "filter": LoggedField(_("Filter")),
}
