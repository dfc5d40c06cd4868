"""What this app writes into the operation log; each line's own work is logged by its service."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "plan.cancelled": _("Re-verification plan cancelled"),
    "plan.changed": _("Lines of a re-verification plan changed"),
    "plan.finished": _("Re-verification plan finished"),
    "plan.made": _("Re-verification plan made"),
    "plan.started": _("Re-verification plan run"),
}
